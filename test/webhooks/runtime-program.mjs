import {
  createWebhookHandler,
  decodeClientState,
  isEvent,
  parseCallEvent,
  unwrapWebhook,
  verifyWebhook,
  voiceEventNames,
} from "@telnyx-voice/webhooks";
import { createRedisStore } from "@telnyx-voice/webhooks/redis";
import { buildEvent, createTestKeyPair, signWebhook } from "@telnyx-voice/webhooks/testing";

/** Takes fixtures as JSON; gives, as JSON, the verdict on each, and what a handler answers. */
export async function run(argument) {
  const { now, cases } = JSON.parse(argument);
  const verdicts = {};
  for (const { title, body, headers, publicKey } of cases) {
    const bytes = Uint8Array.from(atob(body), (letter) => letter.charCodeAt(0));
    const verdict = verifyWebhook({ body: bytes, headers, publicKey, now: () => now });
    verdicts[title] = await verdict.then(
      () => "accepted",
      (error) => error.code ?? String(error),
    );
  }
  return JSON.stringify({ verdicts, handled: await handleAll(), replayed: await replayTwice() });
}

/** Replays an event without an id, twice; gives the outcomes, and the id that it was given. */
async function replayTwice() {
  const event = { event_type: "x", payload: { b: [{ d: 1, c: "ü" }], a: null } };
  const callEvent = { type: "webhook", metadata: { event, attempt: 1, delivered_to: "https://example.test" } };
  const handle = createWebhookHandler({ on: { default: (_, { request }) => request.text() } });
  const { id } = parseCallEvent(callEvent).data;
  return [await handle.replay(callEvent), await handle.replay(callEvent), id];
}

/** Signs and delivers every event to a handler, twice, and one that is forged. */
async function handleAll() {
  const { publicKey, privateKey } = await createTestKeyPair();
  const names = [];
  const log = [];
  const keys = new Map();
  const store = createRedisStore(async ([command, ...words]) => {
    // Of the scripts, one ends a claim, and makes the event done.
    if (command === "EVAL") return words[0].includes('"done"') ? keys.set(words[2], "done") && 1 : 0;
    const [key, value] = words;
    if (command === "GET") return keys.get(key) ?? null;
    if (keys.has(key)) return null;
    keys.set(key, value);
    return "OK";
  });
  const on = {
    "call.*": ({ data }) => names.push(data.event_type),
    default: ({ data }) => names.push(data.event_type),
  };
  const handle = createWebhookHandler({ publicKey, store, on, log: (line) => log.push(line) });
  const statuses = [];
  for (const name of voiceEventNames) {
    const { body, headers } = await signWebhook({ event: buildEvent(name), privateKey });
    const event = await unwrapWebhook({ body, headers, publicKey });
    if (!isEvent(event, name)) throw new Error(`${name} came out as ${event.data.event_type}`);
    decodeClientState(event);
    for (const text of [body, body, `${body} `]) {
      const request = new Request("https://example.test", { method: "POST", body: text, headers });
      statuses.push((await handle(request)).status);
    }
  }
  const counts = {};
  for (const status of statuses) counts[status] = (counts[status] ?? 0) + 1;
  return { counts, names: names.length, lines: log.length };
}
