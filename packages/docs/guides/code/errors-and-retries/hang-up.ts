import { errorCode, isApiError, isConnectionError, TelnyxVoice } from "@telnyx-voice/client";

const client = new TelnyxVoice();
const [callControlId = ""] = process.argv.slice(2);

try {
  await client.calls.actions.hangup(callControlId);
  console.log("hung up");
} catch (error) {
  if (isApiError(error) && error.code === errorCode.callEnded) console.log("was over already");
  else if (isApiError(error)) console.log("refused:", error.status, error.code, error.detail, error.requestId);
  else if (isConnectionError(error)) console.log("no answer, which says nothing about the call:", error.message);
  else throw error;
}
