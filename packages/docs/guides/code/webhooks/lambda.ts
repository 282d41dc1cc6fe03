import { createWebhookHandler } from "@telnyx-voice/webhooks";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { on } from "./handlers.ts";

const handle = createWebhookHandler({ on }); // with a store that all instances share

export async function handler(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> {
  const work: Promise<unknown>[] = [];
  const response = await handle(toRequest(event), { waitUntil: (late: Promise<unknown>) => work.push(late) });
  await Promise.allSettled(work); // after the answer Lambda freezes what is still at work
  return { statusCode: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
}

function toRequest({
  body,
  headers,
  isBase64Encoded,
  rawPath,
  rawQueryString,
  requestContext,
}: APIGatewayProxyEventV2) {
  const { domainName, http } = requestContext;
  const sent = Buffer.from(body ?? "", isBase64Encoded ? "base64" : "utf8");
  return new Request(`https://${domainName}${rawPath}?${rawQueryString}`, {
    method: http.method,
    headers: Object.entries(headers).map(([name, value = ""]) => [name, value] as [string, string]),
    ...(http.method === "POST" && { body: sent }),
  });
}
