import { TelnyxVoice } from "@telnyx-voice/client";

const client = new TelnyxVoice();
const [accountSid = ""] = process.argv.slice(2);

for await (const call of client.texml.accounts.calls.list(accountSid, { Status: "completed", PageSize: 100 })) {
  console.log(call.sid, call.duration);
}
