import { ApiError, TelnyxVoice, TimeoutError } from "@telnyx-voice/client";

const client = new TelnyxVoice();
try {
  await client.calls.actions.hangup("v3:gone");
} catch (error) {
  if (error instanceof TimeoutError) console.log("no answer in time");
  else if (error instanceof ApiError) console.log(error.status, error.code, error.detail, error.requestId);
}
