// #region program
import { mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { encodeClientState, TelnyxVoice } from "@telnyx-voice/client";
import { createWebhookHandler, decodeClientState, toNodeHandler } from "@telnyx-voice/webhooks";

const { PORT = "3000" } = process.env;
const client = new TelnyxVoice();

const handle = createWebhookHandler({
  on: {
    // #region announce
    "call.initiated": async (event) => {
      const { call_control_id: call, direction } = event.data.payload;
      if (direction === "incoming") await client.calls.actions.answer(call);
    },
    "call.answered": async (event) => {
      await client.calls.actions.speak(event.data.payload.call_control_id, {
        voice: "AWS.Polly.Joanna-Neural",
        payload: "Nobody is here. Your message is recorded and transcribed. Speak after the tone, then press pound.",
        client_state: encodeClientState("announced"),
      });
    },
    // #endregion announce
    // #region record
    "call.speak.ended": async (event) => {
      const { call_control_id: call, status } = event.data.payload;
      if (decodeClientState(event) !== "announced" || status !== "completed") return;
      await client.calls.actions.startTranscription(call, { transcription_tracks: "inbound" });
      await client.calls.actions.startRecording(call, {
        format: "mp3",
        channels: "single",
        recording_track: "inbound",
        play_beep: true,
        max_length: 120,
        transcription: true,
      });
    },
    "call.dtmf.received": async (event) => {
      const { call_control_id: call, digit } = event.data.payload;
      if (digit === "#") await client.calls.actions.hangup(call);
    },
    // #endregion record
    // #region live
    "call.transcription": (event) => {
      const { is_final, transcript } = event.data.payload.transcription_data ?? {};
      if (is_final) console.log(`… ${transcript}`);
    },
    // #endregion live
    // #region saved
    "call.recording.saved": async (event) => {
      const { recording_id: id, recording_urls } = event.data.payload;
      const response = await client.recordings.download(recording_urls.mp3 ?? "");
      await mkdir("messages", { recursive: true });
      await writeFile(`messages/${encodeURIComponent(id)}.mp3`, new Uint8Array(await response.arrayBuffer()));
      console.log(`Saved: messages/${id}.mp3`);
    },
    "call.recording.transcription.saved": (event) => {
      console.log(`Message: ${event.data.payload.transcription_text}`);
    },
    "call.recording.error": (event) => {
      console.error(`Not recorded: ${event.data.payload.reason}`);
    },
    // #endregion saved
  },
});

createServer(toNodeHandler(handle)).listen(PORT, () => console.log(`Waiting for calls on port ${PORT}`));
// #endregion program
