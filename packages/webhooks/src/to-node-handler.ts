import type { WebhookHandler } from "./create-webhook-handler.ts";
import { deliveries, type Receiver, receivers } from "./direct-receivers.ts";
import type { HttpAnswer, HttpDelivery } from "./http-delivery.ts";
import { logLine } from "./log-line.ts";
import type { NodeRequest, NodeResponse } from "./node-message.ts";
import { queryBytes } from "./query-bytes.ts";
import { maxBodyBytes } from "./read-body.ts";
import { readNodeBody } from "./read-node-body.ts";
import { signatureHeaders } from "./signature-headers.ts";
import type { HeaderReader } from "./webhook-headers.ts";

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
  const receive = receivers.get(handler) ?? receiverOf(handler);
  return async (request, response) => {
    const { status, headers, text } = await answerTo(request, receive);
    response.statusCode = status;
    for (const name in headers) response.setHeader(name, headers[name] as string);
    // The rest of a body that is not wanted is not waited for.
    if (status === 401 || status === 408 || status === 413) response.setHeader("connection", "close");
    response.end(text ?? "");
  };
}

async function answerTo(incoming: NodeRequest, receive: Receiver): Promise<HttpAnswer> {
  let delivery: HttpDelivery;
  try {
    delivery = toDelivery(incoming);
  } catch {
    return { status: 400 };
  }
  return receive(delivery);
}

function toDelivery(incoming: NodeRequest): HttpDelivery {
  const { method = "GET" } = incoming;
  const url = addressOf(incoming.url ?? "/");
  const headers = headersOf(incoming);
  return {
    method,
    headers,
    read: async () => (method === "GET" ? queryBytes(url) : readNodeBody(incoming)),
    toRequest: () => new Request(url, { method, headers: toHeaders(incoming) }),
  };
}

/** The address of what a request asks for: a path as a rule, of which no part is a host, or a whole address. */
function addressOf(target: string): string {
  return target.startsWith("/") ? `http://localhost${target}` : new URL(target, "http://localhost").href;
}

/** Reads headers where they are. Node gives their names in lower case, and joins by a comma what came more than once. */
function headersOf({ headers }: NodeRequest): HeaderReader {
  return { get: (name) => headers[name]?.toString() };
}

function toHeaders(incoming: NodeRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    // HTTP/2 has headers such as `:path`, which are none to `Headers`.
    if (!name.startsWith(":")) for (const text of [value ?? []].flat()) headers.append(name, text);
  }
  return headers;
}

/** Lets a function of the user's receive deliveries, as requests. A webhook handler that it calls gets the delivery itself. */
function receiverOf(handler: WebhookHandler): Receiver {
  return async (delivery) => {
    let request: Request;
    try {
      request = await toRequest(delivery);
    } catch {
      return { status: 400 };
    }
    try {
      const response = await handler(request);
      return { status: response.status, headers: Object.fromEntries(response.headers), text: await response.text() };
    } catch (error) {
      // That of `createWebhookHandler` does not reject.
      logLine(`webhook not handled: ${error}`);
      return { status: 500 };
    }
  };
}

async function toRequest({ method, headers, read, ...delivery }: HttpDelivery): Promise<Request> {
  const reading = method === "POST" && isWanted(headers) ? read() : undefined;
  const body = await reading?.catch(() => undefined);
  const request = new Request(delivery.toRequest(), body instanceof Uint8Array ? { body } : {});
  deliveries.set(request, { method, headers, read: () => reading ?? read(), toRequest: () => request });
  return request;
}

/** Whether a body may come to be looked at. Nothing is read of one that is too long or not signed, since it is refused. */
function isWanted(headers: HeaderReader): boolean {
  return signatureHeaders.every((name) => headers.get(name)) && !(Number(headers.get("content-length")) > maxBodyBytes);
}
