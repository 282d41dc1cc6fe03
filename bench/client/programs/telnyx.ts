import Telnyx from "telnyx";

const client = new Telnyx({ apiKey: "KEY" });

export async function dial(): Promise<string | undefined> {
  const { data } = await client.calls.dial({
    connection_id: "1494404757140276705",
    from: "+13125550100",
    to: "+13125550199",
  });
  return data?.call_control_id;
}
