import { createServer } from "node:http";
import { encodeClientState, TelnyxVoice } from "@telnyx-voice/client";
import { createWebhookHandler, decodeClientState, toNodeHandler } from "@telnyx-voice/webhooks";

const { CONNECTION_ID = "", FROM = "", TO = "", PORT = "3000" } = process.env;
const client = new TelnyxVoice();

async function remind(call: string, words: string): Promise<void> {
  await client.calls.actions.speak(call, {
    voice: "AWS.Polly.Joanna-Neural",
    payload: `${words} Your appointment is tomorrow at nine.`,
    client_state: encodeClientState("speaking"),
  });
}

const handle = createWebhookHandler({
  on: {
    // #region events
    "call.machine.premium.detection.ended": async (event) => {
      const { call_control_id: call, result } = event.data.payload;
      if (result === "machine") return; // the beep is yet to come
      if (result === "silence" || result === "fax_detected") await client.calls.actions.hangup(call);
      else await remind(call, "Hello!");
    },
    "call.machine.premium.greeting.ended": async (event) => {
      if (decodeClientState(event) === "speaking") return;
      const { call_control_id: call, result } = event.data.payload;
      if (result === "beep_detected") await remind(call, "Hello, this is a message for you.");
      else await client.calls.actions.hangup(call);
    },
    // #endregion events
    "call.speak.ended": async (event) => {
      const { call_control_id: call, status } = event.data.payload;
      if (status === "completed") await client.calls.actions.hangup(call);
    },
    "call.hangup": () => {
      server.close();
    },
  },
});

const server = createServer(toNodeHandler(handle)).listen(PORT, async () => {
  // #region dial
  await client.calls.dial({
    connection_id: CONNECTION_ID,
    from: FROM,
    to: TO,
    answering_machine_detection: "premium",
  });
  // #endregion dial
});
