import { TelnyxVoice } from "@telnyx-voice/client";

const client = new TelnyxVoice(); // reads TELNYX_API_KEY

const { data } = await client.calls.dial({
  connection_id: "1494404757140276705",
  from: "+13125550100",
  to: "+13125550199",
});
await client.calls.actions.bridge(data.call_control_id, { call_control_id: "v3:other" });
await client.calls.actions.hangup(data.call_control_id);
