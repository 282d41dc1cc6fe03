import type { EventHandlers } from "@telnyx-voice/webhooks";

export const on: EventHandlers = {
  "call.initiated": ({ data: { payload } }) => console.log(`${payload.direction} call from ${payload.from}`),
  "call.hangup": ({ data: { payload } }) => console.log(`over: ${payload.hangup_cause}`),
  "call.*": ({ data }) => console.log(data.event_type, data.id),
};
