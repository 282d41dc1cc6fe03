// #region program
import { createServer } from "node:http";
import { encodeClientState, errorCode, isApiError, TelnyxVoice } from "@telnyx-voice/client";
import { createWebhookHandler, decodeClientState, toNodeHandler, type VoiceEvent } from "@telnyx-voice/webhooks";

const { CONNECTION_ID = "", FROM = "", AGENT = "", PORT = "3000" } = process.env;
const voice = "AWS.Polly.Joanna-Neural";
const client = new TelnyxVoice();

type State = { readonly leg: "caller" | "bridged" | "goodbye" } | { readonly leg: "agent"; readonly caller: string };

const stateOf = (event: VoiceEvent) => decodeClientState(event) as State | undefined;

// #region ended
/** Passes over the one error that only says that somebody was faster, which is a 422 with the code 90018. */
function unlessEnded(error: unknown): void {
  if (!(isApiError(error) && error.code === errorCode.callEnded)) throw error;
}
// #endregion ended

// #region dial
/** The agent's leg, by the caller's. */
const ringing = new Map<string, string>();

async function dialAgent(caller: string): Promise<void> {
  await client.calls.actions.speak(caller, { voice, payload: "One moment, please." });
  const { data: agent } = await client.calls.dial({
    connection_id: CONNECTION_ID,
    from: FROM,
    to: AGENT,
    link_to: caller,
    timeout_secs: 20,
    client_state: encodeClientState({ leg: "agent", caller } satisfies State),
  });
  ringing.set(caller, agent.call_control_id);
}
// #endregion dial

// #region connect
async function connect(agent: string, caller: string): Promise<void> {
  const client_state = encodeClientState({ leg: "bridged" } satisfies State);
  try {
    await client.calls.actions.bridge(agent, { call_control_id: caller, client_state });
  } catch (error) {
    unlessEnded(error);
    await client.calls.actions.hangup(agent).catch(unlessEnded);
  }
}
// #endregion connect

const handle = createWebhookHandler({
  on: {
    "call.initiated": async (event) => {
      const { call_control_id: call, direction } = event.data.payload;
      const client_state = encodeClientState({ leg: "caller" } satisfies State);
      if (direction === "incoming") await client.calls.actions.answer(call, { client_state });
    },
    // #region answered
    "call.answered": async (event) => {
      const { call_control_id: call } = event.data.payload;
      const state = stateOf(event);
      if (state?.leg === "caller") await dialAgent(call);
      if (state?.leg === "agent") await client.calls.actions.speak(call, { voice, payload: "A caller for you." });
    },
    "call.speak.ended": async (event) => {
      const { call_control_id: call, status } = event.data.payload;
      const state = stateOf(event);
      if (status !== "completed") return;
      if (state?.leg === "goodbye") await client.calls.actions.hangup(call);
      if (state?.leg === "agent") {
        ringing.delete(state.caller);
        await connect(call, state.caller);
      }
    },
    // #endregion answered
    // #region hangup
    "call.hangup": async (event) => {
      const state = stateOf(event);
      const agent = ringing.get(event.data.payload.call_control_id);
      if (agent !== undefined) await client.calls.actions.hangup(agent).catch(unlessEnded);
      if (state?.leg === "agent") {
        ringing.delete(state.caller);
        const client_state = encodeClientState({ leg: "goodbye" } satisfies State);
        const sorry = { voice, payload: "Nobody can take your call. Goodbye.", client_state };
        await client.calls.actions.speak(state.caller, sorry).catch(unlessEnded);
      }
    },
    // #endregion hangup
  },
});

createServer(toNodeHandler(handle)).listen(PORT, () => console.log(`Waiting for calls on port ${PORT}`));
// #endregion program
