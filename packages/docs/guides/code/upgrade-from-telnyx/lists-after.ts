import { TelnyxVoice } from "@telnyx-voice/client";

const client = new TelnyxVoice();
for await (const recording of client.recordings.list({ page: { size: 100 } })) console.log(recording.id);
for await (const page of client.conferences.list().pages()) console.log(page.data.length);
