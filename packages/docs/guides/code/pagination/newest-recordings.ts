import { TelnyxVoice } from "@telnyx-voice/client";

const client = new TelnyxVoice();

const first = await client.recordings.list({ page: { size: 1 } }).first(); // undefined where there is none
const hundred = await client.recordings.list({ page: { size: 100 } }).all({ limit: 100 });
console.log(first?.id, hundred.length);
