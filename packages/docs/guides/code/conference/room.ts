// #region program
import { createServer } from "node:http";
import { errorCode, isApiError, TelnyxVoice } from "@telnyx-voice/client";
import { createWebhookHandler, toNodeHandler } from "@telnyx-voice/webhooks";

const { ROOM = "standup", PORT = "3000" } = process.env;
const voice = "AWS.Polly.Joanna-Neural";
const client = new TelnyxVoice();

// #region enter
/** Opens the room with the first caller in it; for all others it is open already, which Telnyx says with 90033. */
async function enter(call: string): Promise<void> {
  try {
    await client.conferences.create({
      name: ROOM,
      call_control_id: call,
      beep_enabled: "on_enter",
      max_participants: 20,
      duration_minutes: 60,
    });
  } catch (error) {
    if (!(isApiError(error) && error.code === errorCode.conferenceNameTaken)) throw error;
    await client.conferences.actions.join(ROOM, { call_control_id: call });
  }
}
// #endregion enter

const handle = createWebhookHandler({
  on: {
    // #region answer
    "call.initiated": async (event) => {
      const { call_control_id: call, direction } = event.data.payload;
      if (direction === "incoming") await client.calls.actions.answer(call);
    },
    "call.answered": async (event) => enter(event.data.payload.call_control_id),
    // #endregion answer
    // #region greet
    "conference.participant.joined": async (event) => {
      const { call_control_id: call = "", conference_id: conference = "" } = event.data.payload;
      await client.conferences.actions.speak(conference, {
        voice,
        payload: "Welcome. Press one to mute yourself, two to speak again.",
        call_control_ids: [call],
      });
    },
    // #endregion greet
    // #region keys
    "call.dtmf.received": async (event) => {
      const { call_control_id: call, digit } = event.data.payload;
      const who = { call_control_ids: [call] };
      if (digit === "1") await client.conferences.actions.mute(ROOM, who);
      if (digit === "2") await client.conferences.actions.unmute(ROOM, who);
      if (digit === "9") await client.conferences.actions.recordStart(ROOM, { format: "mp3", play_beep: true });
    },
    // #endregion keys
    // #region end
    "conference.recording.saved": (event) => {
      console.log(`Recorded: ${event.data.payload.recording_urls?.mp3}`);
    },
    "conference.ended": (event) => {
      console.log(`The room is closed: ${event.data.payload.reason}`);
    },
    // #endregion end
  },
});

createServer(toNodeHandler(handle)).listen(PORT, () => console.log(`Waiting for calls on port ${PORT}`));
// #endregion program
