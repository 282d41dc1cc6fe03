/** A program that sends or receives the field `value`, in each direction; `body` is what it does with it. */
export const consumers = {
  request: (expression: string) => program(`await client.calls.dial({ to: text, value: ${expression} });`),
  response: (body: string) => program(`const { value } = await client.calls.dial({ to: text });\n${body}`),
  webhook: (body: string) =>
    program(
      `const event = parseWebhook(text);\nif (isEvent(event, "call.hangup")) {\nconst { value } = event.data.payload;\n${body}\n}`,
    ),
};

/** A program that has a client, a few values and the namespace of the types, `t`. */
export function program(body: string): string {
  return `import { TelnyxVoice } from "@telnyx-voice/client";
import type * as t from "@telnyx-voice/types";
import { createWebhookHandler, isEvent, parseWebhook, type ReceivedEvent } from "@telnyx-voice/webhooks";
declare const text: string;
declare const count: number;
declare const flag: boolean;
const client = new TelnyxVoice();
${body}
export {};
`;
}
