import { TelnyxVoice } from "@telnyx-voice/client";

const client = new TelnyxVoice();
const [start = "1"] = process.argv.slice(2);

for await (const page of client.recordings.list({ page: { number: Number(start), size: 250 } }).pages()) {
  for (const { id } of page.data ?? []) console.log(id);
  console.error(`page ${page.meta?.page_number} of ${page.meta?.total_pages} is done`);
}
