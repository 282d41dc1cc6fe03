import { TelnyxVoice, UnprocessableEntityError } from "@telnyx-voice/client";

const client = new TelnyxVoice({ logLevel: "info" }); // tells of each repeated attempt
const [jobId = crypto.randomUUID(), to = "+13125550199"] = process.argv.slice(2);

try {
  const { data: call } = await client.calls.dial({
    connection_id: "1494404757140276705",
    from: "+13125550100",
    to,
    command_id: jobId,
  });
  console.log("dialled", call.call_control_id);
} catch (error) {
  if (!(error instanceof UnprocessableEntityError)) throw error;
  for (const { source, detail } of error.errors) console.log(source?.pointer, detail);
}
