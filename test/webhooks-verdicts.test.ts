import { buildEvent, createTestKeyPair, signWebhook } from "@telnyx-voice/webhooks/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { beyondOrder } from "./webhooks/fixtures.ts";
import { type Case, isSigned, ours, theirs } from "./webhooks/verdicts.ts";

const { publicKey, privateKey } = await createTestKeyPair();
const other = await createTestKeyPair();
const now = () => Math.floor(Date.now() / 1000);
const signatureHeader = "telnyx-signature-ed25519";
const timestampHeader = "telnyx-timestamp";

/** Bodies that are JSON, and events: what the SDK would parse, and we too. */
const event = JSON.stringify(buildEvent("call.answered", { payload: { from: "Zoë 🎧" } }));
const bodies = fc.oneof(
  fc.constantFrom(event, event.replaceAll(",", ",\r\n"), ` ${event}\n`),
  fc.string({ unit: "grapheme" }).map((to) => JSON.stringify(buildEvent("call.hangup", { payload: { to } }))),
);
/** Bodies that a signature covers as well as any, and that hold no event. */
const oddBodies = fc.oneof(
  fc.constantFrom("", "\uFEFF", "{", "null", `\uFEFF${event}`, "CallSid=1&From=%2B1"),
  fc.string(),
);
/** Far from the edges of the tolerance: the clock moves while this runs. */
const offsets = fc.oneof(fc.integer({ min: -290, max: 290 }), fc.constantFrom(-100_000, -310, 310, 100_000));
const timestamps = fc.oneof(
  { weight: 5, arbitrary: offsets.map((offset) => String(now() + offset)) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom("NaN", "", "-1", "1e9", "0x6956", "Infinity", " ", "0", "9".repeat(30))
      .chain((odd) =>
        fc.constantFrom(
          odd,
          `+${now()}`,
          `0${now()}`,
          ` ${now()}`,
          `${now()} `,
          `${now()}.5`,
          `-${now()}`,
          `${now()}\n`,
        ),
      ),
  },
);

/** What is done to a delivery after it was signed. */
const mutations: fc.Arbitrary<(delivery: Case) => Case>[] = [
  fc.constant((delivery: Case) => delivery),
  fc.tuple(fc.nat(), fc.string({ minLength: 1 })).map(([at, text]) => (delivery: Case) => {
    const index = at % (delivery.body.length + 1);
    return { ...delivery, body: delivery.body.slice(0, index) + text + delivery.body.slice(index) };
  }),
  fc
    .nat()
    .map((at) => (delivery: Case) => ({ ...delivery, body: delivery.body.slice(0, at % (delivery.body.length + 1)) })),
  fc.constant((delivery: Case) => ({ ...delivery, body: reserialized(delivery.body) })),
  fc.constantFrom("1", "0", "+", " ").map((text) => withTimestamp((timestamp) => text + timestamp)),
  fc.integer({ min: -5, max: 5 }).map((by) => withTimestamp((timestamp) => String(Number(timestamp) + by))),
  fc
    .tuple(fc.nat(87), fc.constantFrom(..."ABgwxyz019+/-_= \n"))
    .map(([at, text]) => withSignature((signature) => signature.slice(0, at) + text + signature.slice(at + 1))),
  fc.nat(88).map((length) => withSignature((signature) => signature.slice(0, length))),
  fc.constantFrom("", "=", "==", " ", "AAAA").map((text) => withSignature((signature) => signature + text)),
  fc.constant(withSignature((signature) => signature.replaceAll("+", "-").replaceAll("/", "_"))),
  fc.constant(withSignature((signature) => Buffer.from(signature, "base64").toString("hex"))),
  fc.constant(withSignature((signature) => `${signature}, ${signature}`)),
  // The same 64 bytes, with bits set that are left over.
  fc.constant(withSignature((signature) => signature.replace(/(.)==$/, (_, last: string) => `${nextLetter(last)}==`))),
  // The other signature that the curve's order allows: S + L in place of S.
  fc.constant(withSignature(malleated)),
  fc.constant((delivery: Case) => ({ ...delivery, publicKey: other.publicKey })),
  fc.constantFrom(signatureHeader, timestampHeader).map((name) => (delivery: Case) => without(delivery, name)),
  fc.constant((delivery: Case) => ({ ...delivery, headers: upperCased(delivery.headers) })),
  fc.constantFrom("1", undefined).map((second) => (delivery: Case) => ({
    ...delivery,
    headers: { ...delivery.headers, "Telnyx-Timestamp": second ?? delivery.headers[timestampHeader] ?? "" },
  })),
  fc.nat(43).map((length) => (delivery: Case) => ({ ...delivery, publicKey: delivery.publicKey.slice(0, length) })),
  fc
    .constantFrom(" ", "\n", "=", "A")
    .map((text) => (delivery: Case) => ({ ...delivery, publicKey: delivery.publicKey + text })),
  fc.constant((delivery: Case) => ({
    ...delivery,
    publicKey: delivery.publicKey.replace(/(.)=$/, (_, last: string) => `${nextLetter(last)}=`),
  })),
];

const cases = (body: fc.Arbitrary<string>) =>
  fc.tuple(body, timestamps, fc.array(fc.oneof(...mutations), { minLength: 0, maxLength: 2 }));

async function deliver(body: string, timestamp: string, changes: readonly ((delivery: Case) => Case)[]): Promise<Case> {
  const { headers } = await signWebhook({ event: body, privateKey, timestamp });
  return changes.reduce<Case>((delivery, change) => change(delivery), { body, headers, publicKey });
}

/** Why the SDK may say otherwise, by what the delivery is; undefined where it must agree. */
function explanation({ headers, publicKey: key }: Case): string | undefined {
  const names = Object.keys(headers).map((name) => name.toLowerCase());
  if (new Set(names).size < names.length) return "a header is there twice: we refuse, the SDK takes one of them";
  const signature = Object.entries(headers).find(([name]) => name.toLowerCase() === signatureHeader)?.[1] ?? "";
  for (const text of [signature, key]) {
    if (Buffer.from(text, "base64").toString("base64") !== text)
      return "base64 in another form: we refuse, the SDK decodes it";
  }
  return undefined;
}

describe("thousands of deliveries, genuine and forged", () => {
  it("get the verdict of node:crypto, and of the official SDK but for what is explained", async () => {
    const seen = { accepted: 0, refused: 0, explained: {} as Record<string, number> };
    await fc.assert(
      fc.asyncProperty(cases(bodies), async ([body, timestamp, changes]) => {
        const delivery = await deliver(body, timestamp, changes);
        const [our, their] = [await ours(delivery), await theirs(delivery)];
        if (our === "accepted") expect(isSigned(delivery)).toBe(true);
        seen[our === "accepted" ? "accepted" : "refused"]++;
        if ((our === "accepted") === (their === "accepted")) return;
        const reason = explanation(delivery);
        expect({ delivery, our, their, reason }).toMatchObject({
          our: { refused: expect.any(String) },
          reason: expect.any(String),
        });
        seen.explained[reason ?? ""] = (seen.explained[reason ?? ""] ?? 0) + 1;
      }),
      { numRuns: 5_000 },
    );
    expect(seen.accepted).toBeGreaterThan(500);
    expect(seen.refused).toBeGreaterThan(1_000);
    console.log(JSON.stringify(seen));
  }, 120_000);

  it("are genuine wherever a body is refused for holding no event alone", async () => {
    await fc.assert(
      fc.asyncProperty(cases(oddBodies), async ([body, timestamp, changes]) => {
        const delivery = await deliver(body, timestamp, changes);
        const our = await ours(delivery);
        const isAccepted = our === "accepted" || /^The (body (is not|has no)|event has no)/.test(our.refused);
        if (isAccepted) expect(isSigned(delivery)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  }, 120_000);
});

describe("a delivery that nobody touched", () => {
  it.each([
    ["a header in upper case", upperCased],
    ["headers of a request", (headers: Case["headers"]) => headers],
  ])("is accepted by both, with %s", async (_, change) => {
    const delivery = await deliver(event, String(now()), []);
    const changed = { ...delivery, headers: change(delivery.headers) };
    expect([await ours(changed), await theirs(changed), isSigned(changed)]).toEqual(["accepted", "accepted", true]);
  });
});

function withTimestamp(change: (timestamp: string) => string) {
  return withHeader(timestampHeader, change);
}

function withSignature(change: (signature: string) => string) {
  return withHeader(signatureHeader, change);
}

function withHeader(name: string, change: (value: string) => string) {
  return (delivery: Case): Case => {
    const value = delivery.headers[name];
    return value === undefined ? delivery : { ...delivery, headers: { ...delivery.headers, [name]: change(value) } };
  };
}

function without({ headers, ...delivery }: Case, name: string): Case {
  return { ...delivery, headers: Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name)) };
}

function upperCased(headers: Case["headers"]): Case["headers"] {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value]));
}

function reserialized(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 1);
  } catch {
    return body;
  }
}

/** The next letter of base64's alphabet. */
function nextLetter(letter: string): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  return alphabet[(alphabet.indexOf(letter) + 1) % 64] ?? "A";
}

function malleated(signature: string): string {
  const bytes = Buffer.from(signature, "base64");
  return bytes.length === 64 ? beyondOrder(bytes).toString("base64") : signature;
}
