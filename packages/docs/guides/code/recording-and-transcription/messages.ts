import { TelnyxVoice } from "@telnyx-voice/client";

const { CONNECTION_ID = "" } = process.env;
const client = new TelnyxVoice();
const yesterday = new Date(Date.now() - 86_400_000).toISOString();

const filter = { connection_id: CONNECTION_ID, created_at: { gte: yesterday } };
for await (const recording of client.recordings.list({ filter })) {
  const { id = "", from, duration_millis = 0, download_urls } = recording;
  const transcription = await client.recordingTranscriptions.list({ filter: { recording_id: id } }).first();
  console.log(
    `${from}, ${Math.round(duration_millis / 1000)} s: ${transcription?.transcription_text ?? "no text yet"}`,
  );
  console.log(download_urls?.mp3);
}
