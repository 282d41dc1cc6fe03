import { createServer, type IncomingHttpHeaders, type OutgoingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { TelnyxVoice, type TelnyxVoiceOptions } from "../src/index.ts";

/** A request as it arrived. */
export interface RecordedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What the server does with a request. */
export type Answer = (request: RecordedRequest, response: ServerResponse) => unknown;

/** The body of a call, as few fields as there must be. */
export const dial = { connection_id: "1", from: "+13125550100", to: "+13125550199" };

/** Answers with a status, and with a body: a text as it is, anything else as JSON. */
export function reply(status: number, body?: unknown, headers: OutgoingHttpHeaders = {}): Answer {
  const type = typeof body === "string" ? "text/html" : "application/json";
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return (_, response) => response.writeHead(status, { "content-type": type, ...headers }).end(text);
}

export const ok = reply(200, { data: { call_control_id: "v3:abc" } });

/** Fails so that the next attempt follows at once. */
export const busy = reply(503, { errors: [] }, { "retry-after-ms": "1" });

/** Closes the connection without an answer. */
export const hangUp: Answer = (_, response) => response.destroy();

/** Never answers. */
export const silence: Answer = () => {};

/** Answers with headers and half a body; then it stops, or closes the connection. */
export function half(end: "stop" | "close", status = 200): Answer {
  return (_, response) => {
    response.writeHead(status, { "content-type": "application/json", "content-length": "100" });
    response.write('{"data":', () => end === "close" && response.destroy());
  };
}

/** Starts a real server on loopback that keeps what it receives, and answers each request with the next answer. */
export async function startServer(answer: () => Answer) {
  const requests: RecordedRequest[] = [];
  const server = createServer(async (incoming, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const { method = "", url = "", headers } = incoming;
    const request = { method, url, headers, body: Buffer.concat(chunks).toString("latin1") };
    requests.push(request);
    answer()(request, response);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () => {
    server.closeAllConnections();
    return new Promise((closed) => server.close(closed));
  };
  return { server, origin, requests, close };
}

/** An address where nobody listens. */
export async function deadAddress(): Promise<string> {
  const { origin, close } = await startServer(() => silence);
  await close();
  return origin;
}

/** A server for a file's tests, and clients of it. Each test says how it answers; the last answer repeats. */
export function useServer() {
  let running: Awaited<ReturnType<typeof startServer>>;
  let answers: Answer[] = [ok];
  // Waits between attempts are chance up to a limit: these are short ones.
  const { random } = Math;
  beforeAll(async () => {
    Math.random = () => random() / 100;
    running = await startServer(() => (answers.length > 1 ? answers.shift() : answers[0]) as Answer);
  });
  beforeEach(() => {
    answers = [ok];
    running.requests.length = 0;
  });
  afterAll(() => {
    Math.random = random;
    return running.close();
  });
  return {
    answers: (...next: Answer[]) => {
      answers = next;
    },
    client: (options: TelnyxVoiceOptions = {}) =>
      new TelnyxVoice({ apiKey: "KEY123", baseUrl: `${running.origin}/v2`, ...options }),
    get origin() {
      return running.origin;
    },
    get server() {
      return running.server;
    },
    get requests() {
      return running.requests;
    },
    get last() {
      const request = running.requests.at(-1);
      if (request === undefined) throw new Error("no request arrived");
      return request;
    },
  };
}

/** What a promise fails with; it must fail. */
export async function failureOf(promise: PromiseLike<unknown>): Promise<unknown> {
  return promise.then(
    (value) => {
      throw new Error(`it did not fail, but gave ${JSON.stringify(value)}`);
    },
    (error: unknown) => error,
  );
}
