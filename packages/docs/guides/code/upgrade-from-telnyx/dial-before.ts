import Telnyx from "telnyx";

const client = new Telnyx(); // reads TELNYX_API_KEY

const { data } = await client.calls.dial({
  connection_id: "1494404757140276705",
  from: "+13125550100",
  to: "+13125550199",
});
console.log(data?.call_control_id);

// Two legs that have been answered:
await client.calls.actions.bridge("v3:caller", { call_control_id_to_bridge_with: "v3:agent" });
