// #region program
import { createServer } from "node:http";
import { TelnyxVoice } from "@telnyx-voice/client";
import { createWebhookHandler, toNodeHandler } from "@telnyx-voice/webhooks";

const { CONNECTION_ID = "", FROM = "", TO = "", PORT = "3000" } = process.env;
const client = new TelnyxVoice();

// #region speak
async function remind(call: string, words: string): Promise<void> {
  const payload = `${words} Your appointment is tomorrow at nine.`;
  await client.calls.actions.speak(call, { voice: "AWS.Polly.Joanna-Neural", payload });
}
// #endregion speak

const handle = createWebhookHandler({
  on: {
    // #region verdict
    "call.machine.detection.ended": async (event) => {
      const { call_control_id: call, result } = event.data.payload;
      console.log(`Answered by: ${result}`);
      // In doubt it is a person, who would hear nothing but silence.
      if (result !== "machine") await remind(call, "Hello!");
    },
    // #endregion verdict
    // #region greeting
    "call.machine.greeting.ended": async (event) => {
      const { call_control_id: call } = event.data.payload;
      await remind(call, "Hello, this is a message for you.");
    },
    // #endregion greeting
    // #region end
    "call.speak.ended": async (event) => {
      const { call_control_id: call, status } = event.data.payload;
      if (status === "completed") await client.calls.actions.hangup(call);
    },
    "call.hangup": (event) => {
      console.log(`The call has ended: ${event.data.payload.hangup_cause}`);
      server.close();
    },
    // #endregion end
  },
});

// #region dial
const server = createServer(toNodeHandler(handle)).listen(PORT, async () => {
  await client.calls.dial({
    connection_id: CONNECTION_ID,
    from: FROM,
    to: TO,
    timeout_secs: 25,
    answering_machine_detection: "greeting_end",
    answering_machine_detection_config: { greeting_total_analysis_time_millis: 30_000 },
  });
});
// #endregion dial
// #endregion program
