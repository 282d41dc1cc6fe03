// #region program
import { createServer } from "node:http";
import { encodeClientState, TelnyxVoice } from "@telnyx-voice/client";
import { createWebhookHandler, decodeClientState, toNodeHandler } from "@telnyx-voice/webhooks";

const { SALES = "", SUPPORT = "", PORT = "3000" } = process.env;
const voice = "AWS.Polly.Joanna-Neural";
const client = new TelnyxVoice();

// #region states
const departments: Readonly<Record<string, string>> = { "1": SALES, "2": SUPPORT };
const menu = encodeClientState("menu");
const connecting = encodeClientState("connecting");
const goodbye = encodeClientState("goodbye");
// #endregion states

const handle = createWebhookHandler({
  on: {
    // #region answer
    "call.initiated": async (event) => {
      const { call_control_id: call, direction } = event.data.payload;
      if (direction === "incoming") await client.calls.actions.answer(call, { client_state: menu });
    },
    // #endregion answer
    // #region gather
    "call.answered": async (event) => {
      if (decodeClientState(event) !== "menu") return; // somebody in a department picked up
      const { call_control_id: call } = event.data.payload;
      await client.calls.actions.gatherUsingSpeak(call, {
        voice,
        payload: "Welcome. For sales, press one. For support, press two.",
        invalid_payload: "Sorry, there is nothing behind that key.",
        valid_digits: "12",
        maximum_digits: 1,
        maximum_tries: 2,
        timeout_millis: 8_000,
      });
    },
    // #endregion gather
    // #region transfer
    "call.gather.ended": async (event) => {
      const { call_control_id: call, digits = "", status } = event.data.payload;
      if (status === "call_hangup") return;
      const to = status === "valid" ? departments[digits] : undefined;
      if (to === undefined) {
        await client.calls.actions.speak(call, {
          voice,
          payload: "Please call again. Goodbye.",
          client_state: goodbye,
        });
      } else {
        const state = { client_state: connecting, target_leg_client_state: connecting };
        await client.calls.actions.transfer(call, { to, timeout_secs: 20, ...state });
      }
    },
    // #endregion transfer
    // #region goodbye
    "call.speak.ended": async (event) => {
      const { call_control_id: call, status } = event.data.payload;
      const isOver = decodeClientState(event) === "goodbye" && status === "completed";
      if (isOver) await client.calls.actions.hangup(call);
    },
    "call.hangup": (event) => {
      const { from, to, hangup_cause } = event.data.payload;
      console.log(`${from} → ${to}: ${hangup_cause}`);
    },
    // #endregion goodbye
  },
});

createServer(toNodeHandler(handle)).listen(PORT, () => console.log(`Waiting for calls on port ${PORT}`));
// #endregion program
