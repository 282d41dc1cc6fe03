import type { WebhookHandler } from "./create-webhook-handler.ts";
import { logLine } from "./log-line.ts";
import type { NodeRequest, NodeResponse } from "./node-message.ts";
import { readNodeBody } from "./read-node-body.ts";
import { WebhookSetupError } from "./webhook-setup-error.ts";

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
    let answer: Response;
    try {
      answer = await handler(await toRequest(request));
    } catch (error) {
      if (error instanceof WebhookSetupError) logLine(`webhook not handled: ${error.message}`);
      answer = new Response(null, { status: error instanceof WebhookSetupError ? 500 : 400 });
    }
    response.statusCode = answer.status;
    answer.headers.forEach((value, name) => void response.setHeader(name, value));
    // The rest of a body that is too large is not waited for.
    if (answer.status === 413) response.setHeader("connection", "close");
    response.end(await answer.text());
  };
}

async function toRequest(request: NodeRequest): Promise<Request> {
  const { method = "GET" } = request;
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    // HTTP/2 has headers such as `:path`, which are none to `Headers`.
    if (!name.startsWith(":")) for (const text of [value ?? []].flat()) headers.append(name, text);
  }
  const body = method === "GET" || method === "HEAD" ? null : await readNodeBody(request);
  return new Request(new URL(request.url ?? "/", "http://localhost"), { method, headers, body });
}
