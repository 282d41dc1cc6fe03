import { isTelnyxError, TelnyxVoice } from "@telnyx-voice/client";

const client = new TelnyxVoice({ timeout: 5_000, maxRetries: 1 });
const [to = "+13125550199"] = process.argv.slice(2);
const body = { connection_id: "1494404757140276705", from: "+13125550100", to };

try {
  const { data: call } = await client.calls.dial(body);
  console.log("dialled", call.call_control_id);
} catch (error) {
  if (!isTelnyxError(error)) throw error;
  const { message, attempts, commandId, mayHaveBeenCarriedOut } = error;
  console.log(`${message}; attempts: ${attempts}`);
  if (mayHaveBeenCarriedOut) {
    const signal = AbortSignal.timeout(40_000);
    const { data: call } = await client.calls.dial({ ...body, command_id: commandId }, { signal });
    console.log("dialled once, in spite of that", call.call_control_id);
  }
}
