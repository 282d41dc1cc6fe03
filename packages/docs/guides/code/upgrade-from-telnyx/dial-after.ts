import { TelnyxVoice } from "@telnyx-voice/client";

const client = new TelnyxVoice(); // reads TELNYX_API_KEY

const { data } = await client.calls.dial({
  connection_id: "1494404757140276705",
  from: "+13125550100",
  to: "+13125550199",
});
console.log(data.call_control_id);

// Two legs that have been answered:
await client.calls.actions.bridge("v3:caller", { call_control_id: "v3:agent" });
