import { isAbortError, isTimeoutError, TelnyxVoice } from "@telnyx-voice/client";

const client = new TelnyxVoice({ timeout: 10_000, maxRetries: 4 });
const [callControlId = ""] = process.argv.slice(2);

try {
  await client.calls.actions.answer(callControlId, {}, { timeout: 2_000, signal: AbortSignal.timeout(5_000) });
} catch (error) {
  if (isTimeoutError(error)) console.log("the last attempt took more than 2 s");
  else if (isAbortError(error)) console.log("all attempts together took more than 5 s");
  else throw error;
}
