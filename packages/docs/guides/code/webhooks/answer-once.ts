import { TelnyxVoice } from "@telnyx-voice/client";
import type { EventHandlers } from "@telnyx-voice/webhooks";

const client = new TelnyxVoice();

export const on: EventHandlers = {
  "call.initiated": async ({ data: { id, payload } }) => {
    const { call_control_id: callControlId, direction } = payload;
    if (callControlId === undefined || direction !== "incoming") return;
    await client.calls.actions.answer(callControlId, { command_id: id });
  },
};
