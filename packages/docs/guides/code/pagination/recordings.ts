import { TelnyxVoice } from "@telnyx-voice/client";

const client = new TelnyxVoice(); // reads TELNYX_API_KEY

for await (const recording of client.recordings.list({ page: { size: 250 } })) {
  console.log(recording.id, recording.duration_millis);
}
