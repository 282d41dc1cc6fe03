// #region program
import { createServer } from "node:http";
import { encodeClientState, TelnyxVoice } from "@telnyx-voice/client";
import { createWebhookHandler, decodeClientState, toNodeHandler, type VoiceEvent } from "@telnyx-voice/webhooks";

const { AGENTS = "", PORT = "3000" } = process.env;
const agents = AGENTS.split(",");
const client = new TelnyxVoice();

// #region state
/** What each leg of a call knows about itself. */
type State =
  | { readonly leg: "caller" | "goodbye" }
  | { readonly leg: "agent"; readonly caller: string; readonly index: number };

const stateOf = (event: VoiceEvent) => decodeClientState(event) as State | undefined;
// #endregion state

// #region ring
async function ring(caller: string, index: number): Promise<void> {
  const to = agents[index];
  if (to === undefined) {
    await client.calls.actions.speak(caller, {
      voice: "AWS.Polly.Joanna-Neural",
      payload: "Nobody can take your call. Goodbye.",
      client_state: encodeClientState({ leg: "goodbye" } satisfies State),
    });
  } else {
    await client.calls.actions.transfer(caller, {
      to,
      timeout_secs: 15,
      target_leg_client_state: encodeClientState({ leg: "agent", caller, index } satisfies State),
    });
  }
}
// #endregion ring

const handle = createWebhookHandler({
  on: {
    // #region caller
    "call.initiated": async (event) => {
      const { call_control_id: call, direction } = event.data.payload;
      const client_state = encodeClientState({ leg: "caller" } satisfies State);
      if (direction === "incoming") await client.calls.actions.answer(call, { client_state });
    },
    "call.answered": async (event) => {
      const { call_control_id: call } = event.data.payload;
      if (stateOf(event)?.leg === "caller") await ring(call, 0);
    },
    // #endregion caller
    // #region next
    "call.hangup": async (event) => {
      const state = stateOf(event);
      const { hangup_cause: cause } = event.data.payload;
      const isUnanswered = ["timeout", "no_answer", "user_busy", "call_rejected", "not_found"].includes(cause);
      if (state?.leg === "agent" && isUnanswered) await ring(state.caller, state.index + 1);
    },
    // #endregion next
    "call.speak.ended": async (event) => {
      const { call_control_id: call, status } = event.data.payload;
      const isOver = stateOf(event)?.leg === "goodbye" && status === "completed";
      if (isOver) await client.calls.actions.hangup(call);
    },
  },
});

createServer(toNodeHandler(handle)).listen(PORT, () => console.log(`Waiting for calls on port ${PORT}`));
// #endregion program
