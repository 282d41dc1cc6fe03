import type { paths } from "@telnyx-voice/types";
import createClient from "openapi-fetch";

const client = createClient<paths>({
  baseUrl: "https://api.telnyx.com/v2",
  headers: { authorization: "Bearer KEY" },
});

export async function dial(): Promise<string | undefined> {
  const { data } = await client.POST("/calls", {
    body: {
      connection_id: "1494404757140276705",
      from: "+13125550100",
      to: "+13125550199",
    },
  });
  return data?.data?.call_control_id;
}
