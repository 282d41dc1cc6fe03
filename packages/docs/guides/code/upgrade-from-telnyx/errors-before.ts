import Telnyx from "telnyx";

const client = new Telnyx();
try {
  await client.calls.actions.hangup("v3:gone", {});
} catch (error) {
  if (error instanceof Telnyx.APIConnectionTimeoutError) console.log("no answer in time");
  else if (error instanceof Telnyx.APIError) console.log(error.status, error.error);
}
