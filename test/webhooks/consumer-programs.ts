import { voiceEventNames } from "@telnyx-voice/webhooks";

const quoted = voiceEventNames.map((name) => JSON.stringify(name));

/** A program of a user of this package: every event narrows in a switch, in `isEvent` and in `on`; other names do not compile. */
export const ourProgram = `
import { createWebhookHandler, isEvent, type ReceivedEvent, type UnknownEvent, unwrapWebhook, type VoiceEventMap } from "@telnyx-voice/webhooks";

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

export async function receive(body: string, headers: Headers): Promise<string> {
  return describe(await unwrapWebhook({ body, headers }));
}

export function describe(event: ReceivedEvent): string {
  switch (event.data.event_type) {
${quoted
  .map(
    (name) => `    case ${name}: {
      const isExact: Equal<typeof event.data.payload, VoiceEventMap[${name}]["data"]["payload"]> = true;
      return String(isExact);
    }`,
  )
  .join("\n")}
    // @ts-expect-error there is no such event
    case "call.nothing":
      return "";
    default: {
      const unknown: UnknownEvent["data"] = event.data;
      return unknown.event_type;
    }
  }
}

export function describeOne(event: ReceivedEvent): unknown {
${quoted
  .map(
    (name) => `  if (isEvent(event, ${name})) {
    const isExact: Equal<typeof event, VoiceEventMap[${name}]> = true;
    return isExact;
  }`,
  )
  .join("\n")}
  // @ts-expect-error there is no such event
  if (isEvent(event, "call.nothing")) return undefined;
  const unknown: UnknownEvent = event;
  return unknown;
}

export const handle = createWebhookHandler({
  on: {
${quoted
  .map(
    (name) => `    ${name}: (event) => {
      const isExact: Equal<typeof event, VoiceEventMap[${name}]> = true;
      return isExact;
    },`,
  )
  .join("\n")}
    "call.*": ({ data }) => data.event_type,
    default: ({ data }) => data.event_type,
  },
});

export const misspelt = createWebhookHandler({
  // @ts-expect-error there is no such event
  on: { "call.nothing": () => {} },
});
`;

/** What both packages can say: verify, then tell all events apart in a switch. */
export const ourConsumer = `
import { unwrapWebhook } from "@telnyx-voice/webhooks";

export async function receive(body: string, headers: Headers): Promise<unknown> {
  const event = await unwrapWebhook({ body, headers });
  switch (event.data.event_type) {
${quoted.map((name) => `    case ${name}:\n      return event.data.payload;`).join("\n")}
    default:
      return undefined;
  }
}
`;

/** And with what only this package has: a handler and a guard for every event. */
export const ourWholeConsumer = `${ourConsumer}
import { createWebhookHandler, isEvent, type ReceivedEvent } from "@telnyx-voice/webhooks";

export const guards = [
${quoted.map((name) => `  (event: ReceivedEvent) => isEvent(event, ${name}) && event.data.payload,`).join("\n")}
];

export const handle = createWebhookHandler({
  on: {
${quoted.map((name) => `    ${name}: (event) => event.data.payload,`).join("\n")}
  },
});
`;

/** The SDK has the first without its name within `data`, and does not have the others. */
const untold = ["conference.floor.changed", "conversation_insight_result", "dialogflow.detectintent.response"];
const theirs = quoted.filter((name) => !untold.includes(JSON.parse(name)));

/** The same on the official SDK, whose types do not narrow, so that each payload is cast. */
export const theirConsumer = `
import Telnyx from "telnyx";

const client = new Telnyx({ apiKey: "KEY" });

export async function receive(body: string, headers: Record<string, string>): Promise<unknown> {
  const event = await client.webhooks.unwrap(body, { headers });
  if (!("data" in event) || event.data === undefined || !("event_type" in event.data)) return undefined;
  switch (event.data.event_type) {
${theirs.map((name) => `    case ${name}:\n      return (event.data as { payload?: unknown }).payload;`).join("\n")}
    default:
      return undefined;
  }
}
`;
