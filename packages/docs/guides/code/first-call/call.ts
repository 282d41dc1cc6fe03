import { createServer } from "node:http";
import { TelnyxVoice } from "@telnyx-voice/client";
import { createWebhookHandler, toNodeHandler } from "@telnyx-voice/webhooks";

const { CONNECTION_ID = "", FROM = "", TO = "", PORT = "3000" } = process.env;
const client = new TelnyxVoice(); // reads TELNYX_API_KEY

// #region events
const handle = createWebhookHandler({
  // reads TELNYX_PUBLIC_KEY
  on: {
    "call.answered": async (event) => {
      const { call_control_id: call } = event.data.payload;
      await client.calls.actions.speak(call, {
        voice: "AWS.Polly.Joanna-Neural",
        payload: "Hello! This is your first call.",
      });
    },
    "call.speak.ended": async (event) => {
      const { call_control_id: call, status } = event.data.payload;
      if (status === "completed") await client.calls.actions.hangup(call);
    },
    "call.hangup": (event) => {
      console.log(`The call has ended: ${event.data.payload.hangup_cause}`);
      server.close();
    },
  },
});
// #endregion events

// #region dial
const server = createServer(toNodeHandler(handle)).listen(PORT, async () => {
  const { data: call } = await client.calls.dial({ connection_id: CONNECTION_ID, from: FROM, to: TO });
  console.log(`Dialled: ${call.call_control_id}`);
});
// #endregion dial
