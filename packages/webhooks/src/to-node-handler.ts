import type { WebhookHandler } from "./create-webhook-handler.ts";
import { logLine } from "./log-line.ts";
import type { NodeRequest, NodeResponse } from "./node-message.ts";
import { bodyFaults, maxBodyBytes } from "./read-body.ts";
import { readNodeBody } from "./read-node-body.ts";
import { signatureHeaders } from "./signature-headers.ts";

/**
 * Lets a webhook handler serve `node:http`, Express and, through its raw request, Fastify. Does not reject. Put it before
 * any middleware that parses bodies.
 *
 * @example
 * ```ts
 * createServer(toNodeHandler(handle)).listen(3000);
 * app.all("/webhooks", toNodeHandler(handle)); // Express
 * ```
 */
export function toNodeHandler(
  handler: WebhookHandler,
): (request: NodeRequest, response: NodeResponse) => Promise<void> {
  return async (request, response) => {
    const answer = await answerTo(request, handler);
    response.statusCode = answer.status;
    answer.headers.forEach((value, name) => void response.setHeader(name, value));
    // The rest of a body that is not wanted is not waited for.
    if ([401, 408, 413].includes(answer.status)) response.setHeader("connection", "close");
    response.end(await answer.text());
  };
}

async function answerTo(incoming: NodeRequest, handler: WebhookHandler): Promise<Response> {
  let request: Request;
  try {
    request = await toRequest(incoming);
  } catch {
    return new Response(null, { status: 400 });
  }
  try {
    return await handler(request);
  } catch (error) {
    // A handler that is not of `createWebhookHandler`, which does not reject.
    logLine(`webhook not handled: ${error}`);
    return new Response(null, { status: 500 });
  }
}

async function toRequest(incoming: NodeRequest): Promise<Request> {
  const { method = "GET" } = incoming;
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    // HTTP/2 has headers such as `:path`, which are none to `Headers`.
    if (!name.startsWith(":")) for (const text of [value ?? []].flat()) headers.append(name, text);
  }
  const url = new URL(incoming.url ?? "/", "http://localhost");
  if (method === "GET" || method === "HEAD" || !isWanted(headers)) return new Request(url, { method, headers });
  const read = await readNodeBody(incoming);
  if ("body" in read) return new Request(url, { method, headers, body: read.body });
  const request = new Request(url, { method, headers });
  bodyFaults.set(request, read.fault);
  return request;
}

/** Whether a body may come to be looked at. Nothing is read of one that is too long or not signed, since it is refused. */
function isWanted(headers: Headers): boolean {
  return signatureHeaders.every((name) => headers.get(name)) && !(Number(headers.get("content-length")) > maxBodyBytes);
}
