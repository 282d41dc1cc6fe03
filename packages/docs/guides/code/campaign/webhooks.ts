import { createServer } from "node:http";
import { createWebhookHandler, decodeClientState, toNodeHandler } from "@telnyx-voice/webhooks";
import { numberOf, write } from "./journal.ts";

const handle = createWebhookHandler({
  on: {
    "call.initiated": async (event) => {
      const number = numberOf(decodeClientState(event));
      if (number !== undefined) await write({ number, call: event.data.payload.call_control_id });
    },
    "call.hangup": async (event) => {
      const { call_control_id: call, hangup_cause: hangup = "unknown" } = event.data.payload;
      const number = numberOf(decodeClientState(event));
      if (number !== undefined) await write({ number, call, hangup });
    },
  },
});
createServer(toNodeHandler(handle)).listen(process.env["PORT"] ?? 3000);
