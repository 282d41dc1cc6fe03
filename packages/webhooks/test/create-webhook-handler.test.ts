import { describe, expect, it, vi } from "vitest";
import { createWebhookHandler, parseTexmlCallback, type WebhookContext } from "../src/index.ts";
import { buildEvent } from "../src/testing/index.ts";
import { deliver, fixture, publicKey, sign } from "./webhook-fixture.ts";

const answered = () => buildEvent("call.answered");
const nothing = { on: { default: () => {} } };

describe("createWebhookHandler", () => {
  it("hands the event, the raw body and the request to the handler of its name", async () => {
    const seen: WebhookContext[] = [];
    const event = answered();
    const { handle } = fixture({
      on: {
        "call.answered": (received, context) => {
          expect(received).toEqual(event);
          seen.push(context);
        },
        "call.*": () => expect.unreachable(),
        default: () => expect.unreachable(),
      },
    });
    const request = await deliver(event);
    expect((await handle(request)).status).toBe(200);
    expect(new TextDecoder().decode(seen[0]?.body)).toBe(JSON.stringify(event));
    expect(seen[0]?.request).toBe(request);
  });

  it("chooses by name, then by the first part of it, then the default", async () => {
    const calls: string[] = [];
    const { status } = fixture({
      on: {
        "call.hangup": () => calls.push("name"),
        "call.*": ({ data }) => calls.push(`call.*: ${data.event_type}`),
        default: ({ data }) => calls.push(`default: ${data.event_type}`),
      },
    });
    const unknown = (event_type: string) => ({ data: { ...answered().data, id: event_type, event_type } });
    await status(buildEvent("call.hangup"));
    await status(answered());
    await status(buildEvent("conference.ended"));
    for (const name of ["call.teleported", "fax.sent", "callous", "toString", "__proto__"]) await status(unknown(name));
    expect(calls).toEqual(
      ["name", "call.*: call.answered", "default: conference.ended", "call.*: call.teleported"].concat(
        ["fax.sent", "callous", "toString", "__proto__"].map((name) => `default: ${name}`),
      ),
    );
  });

  it("acknowledges what no handler is for", async () => {
    expect(await fixture({ on: {} }).status(answered())).toBe(200);
    expect(await fixture({ on: { "call.hangup": () => expect.unreachable() } }).status(answered())).toBe(200);
  });

  it("answers 401 to what is not proven, with one line of log that has nothing of the payload", async () => {
    const { handle, lines } = fixture({ on: { default: () => expect.unreachable() } });
    const genuine = await deliver(answered());
    const forged = new Request(genuine.url, {
      method: "POST",
      headers: genuine.headers,
      body: JSON.stringify(buildEvent("call.answered", { payload: { to: "+19005550100" } })),
    });
    expect((await handle(forged)).status).toBe(401);
    expect((await handle(new Request(genuine.url, { method: "POST", body: "{}" }))).status).toBe(401);
    expect(lines).toHaveLength(2);
    expect(lines.join("")).not.toMatch(/5550100|\n/);
    expect(lines[0]).toContain("signature-mismatch");
  });

  it.each(["", "{", "[]", "{}", "CallSid=1"])("answers 400 to the signed body %j", async (body) => {
    const { status, lines } = fixture(nothing);
    expect(await status(body)).toBe(400);
    expect(lines).toEqual([expect.stringMatching(/^webhook not understood: The body .+\.$/)]);
  });

  it("answers 400 to a request without a body, as to one that holds no event", async () => {
    const { headers } = await sign("");
    const response = await fixture(nothing).handle(new Request("https://a.test", { method: "POST", headers }));
    expect([response.status, await response.text()]).toEqual([400, "The body is not JSON."]);
  });

  it.each(["GET", "PUT", "HEAD", "DELETE"])("answers 405 to %s", async (method) => {
    const { handle } = fixture(nothing);
    const response = await handle(new Request("https://example.test", { method }));
    expect([response.status, response.headers.get("allow")]).toEqual([405, "POST"]);
  });

  it("answers 413 beyond 1 MiB, by the length that is declared or by what arrives", async () => {
    const { handle, status } = fixture(nothing);
    const padded = (length: number) => {
      const text = JSON.stringify(answered());
      return `${text.slice(0, -1)}${" ".repeat(length - text.length)}}`;
    };
    expect(await status(padded(1_048_576))).toBe(200);
    expect(await status(padded(1_048_577))).toBe(413);
    const whole = padded(1_048_576);
    const announced = { ...(await sign(whole)).headers, "content-length": "1048576" };
    expect((await handle(await deliver(whole, { headers: announced }))).status).toBe(200);
    const declared = new Request("https://a.test", {
      method: "POST",
      body: "{}",
      headers: { "content-length": "2000000" },
    });
    expect((await handle(declared)).status).toBe(413);
    let pulled = 0;
    const stream = (headers: Record<string, string>) => {
      const endless = new ReadableStream<Uint8Array>({
        pull: (controller) => {
          pulled++;
          controller.enqueue(new Uint8Array(65_536));
        },
      });
      return handle(
        new Request("https://a.test", { method: "POST", body: endless, duplex: "half", headers } as RequestInit),
      );
    };
    const { headers } = await sign("");
    expect((await stream(headers)).status).toBe(413);
    expect(pulled).toBeLessThan(20);
    const before = pulled;
    for (const name of ["telnyx-timestamp", "telnyx-signature-ed25519"])
      expect((await stream({ ...headers, [name]: "" })).status).toBe(401);
    // What a stream has ready before anybody reads.
    expect(pulled).toBeLessThanOrEqual(before + 2);
  });

  it("takes a GET where that is allowed, signed over its query", async () => {
    const query = "event_type=call_hangup&id=7&record_type=event&payload[from]=%2B1";
    const names: string[] = [];
    const { handle } = fixture({ allowGet: true, on: { default: ({ data }) => names.push(data.event_type) } });
    const { headers } = await sign(query);
    const get = (search: string) => handle(new Request(`https://a.test/webhooks?${search}`, { headers }));
    expect((await get(query)).status).toBe(200);
    expect((await get(`${query}0`)).status).toBe(401);
    expect(names).toEqual(["call.hangup"]);
    const empty = (await sign("")).headers;
    expect((await handle(new Request(`https://a.test?${query}`, { headers: empty }))).status).toBe(401);
    expect((await handle(new Request("https://a.test", { method: "PUT" }))).headers.get("allow")).toBe("POST, GET");
  });

  it("answers 500 where the setup is at fault, and asks for the environment's key only then", async () => {
    vi.stubEnv("TELNYX_PUBLIC_KEY", "");
    const { status, errors } = fixture({ ...nothing, publicKey: undefined });
    expect(await status(answered())).toBe(500);
    expect(errors).toEqual([
      expect.objectContaining({ code: "key-missing", message: expect.stringContaining("TELNYX_") }),
    ]);
    vi.stubEnv("TELNYX_PUBLIC_KEY", publicKey);
    expect(await status(answered())).toBe(200);
    vi.unstubAllEnvs();
  });

  it("answers 400 where the body breaks off", async () => {
    const broken = new ReadableStream({ start: (controller) => controller.error(new Error("gone")) });
    const { handle } = fixture(nothing);
    const { headers } = await sign("");
    const init = { method: "POST", headers, body: broken, duplex: "half" } as RequestInit;
    expect((await handle(new Request("https://a.test", init))).status).toBe(400);
  });

  it("answers 408 where the body does not come to its end", async () => {
    const { headers } = await sign("");
    const { handle } = fixture(nothing);
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
    try {
      const endless = new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array(1)) });
      const init = { method: "POST", headers, body: endless, duplex: "half" } as RequestInit;
      const answer = handle(new Request("https://a.test", init));
      await vi.advanceTimersByTimeAsync(10_000);
      expect((await answer).status).toBe(408);
    } finally {
      vi.useRealTimers();
    }
  });

  it("logs to the console by default", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const fail = () => {
      throw new Error("no");
    };
    const handle = createWebhookHandler({ publicKey, on: { default: fail } });
    const event = answered();
    await handle(await deliver(event));
    expect(warn.mock.calls).toEqual([[`webhook call.answered ${event.data.id}: Error: no`]]);
    warn.mockRestore();
  });

  it("verifies TeXML callbacks too, by way of verifyWebhook", async () => {
    const { headers, body } = await sign("CallSid=1&CallStatus=completed");
    const { verifyWebhook } = await import("../src/index.ts");
    await verifyWebhook({ body, headers, publicKey });
    expect(parseTexmlCallback(body)).toMatchObject({ CallSid: "1", CallStatus: "completed" });
  });
});
