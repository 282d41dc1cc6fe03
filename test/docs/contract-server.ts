import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { documentFile } from "../operations-example.ts";
import { startPrism } from "../prism-server.ts";
import { withSecondPage } from "./second-page.ts";

/** A server on loopback that takes what the contract allows, and knows who sent what. */
export interface ContractServer {
  /** The address for one sender. */
  baseUrl(sender: string): string;
  /** What a sender has sent: the line of each request, and what was wrong with it. */
  requestsOf(sender: string): readonly RecordedRequest[];
  stop(): Promise<void>;
}

export interface RecordedRequest {
  /** `POST /calls`. */
  readonly line: string;
  /** Empty where the contract allows it. */
  readonly problem: string;
}

/** Requests that are none of the contract's, which get an empty answer. */
const outside = /^(GET|POST) \/(phone_numbers|messages)\b/;

/** Where the recordings lie whose addresses are in answers, beside the senders. */
const file = "/files/recording.mp3";

/**
 * Starts Prism with the published document, and a server before it that tells senders apart, gives each list a second
 * page, and no third, and has the files of recordings.
 */
export async function startContractServer(): Promise<ContractServer> {
  const prism = await startPrism(documentFile);
  const requests = new Map<string, RecordedRequest[]>();
  const server = createServer((request, response) => {
    if (request.url === file) return response.end("sound");
    const [, sender = "", path = ""] = /^\/([^/]+)(.*)$/.exec(request.url ?? "") ?? [];
    const own = requests.get(sender) ?? [];
    requests.set(sender, own);
    answer({ request, path, base: prism.baseUrl }, response).then(
      (recorded) => own.push(recorded),
      (error: Error) => {
        own.push({ line: `${request.method} ${path}`, problem: String(error.cause ?? error) });
        response.destroy();
      },
    );
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: (sender) => `http://127.0.0.1:${port}/${sender}`,
    requestsOf: (sender) => requests.get(sender) ?? [],
    stop: async () => {
      await close(server);
      await prism.stop();
    },
  };
}

interface Given {
  readonly request: IncomingMessage;
  readonly path: string;
  readonly base: string;
}

/** Passes a request on, and Prism's answer back; gives what is to be remembered of both. */
async function answer({ request, path, base }: Given, response: ServerResponse): Promise<RecordedRequest> {
  const line = `${request.method} ${path}`;
  const body = await bodyOf(request);
  if (outside.test(line)) {
    response.writeHead(200, { "content-type": "application/json" }).end('{"data":[{"phone_number":"+13125550100"}]}');
    return { line, problem: "" };
  }
  const { host, connection, "transfer-encoding": _, "content-length": length, expect, ...headers } = request.headers;
  const answered = await fetch(`${base}${path}`, {
    method: request.method ?? "GET",
    headers: headers as Record<string, string>,
    ...(body.length > 0 && { body: new Uint8Array(body) }),
  });
  const type = answered.headers.get("content-type") ?? "";
  const bytes = Buffer.from(await answered.arrayBuffer());
  const violations = answered.headers.get("sl-violations") ?? "";
  response.writeHead(answered.status, type === "" ? {} : { "content-type": type });
  const json = /json/.test(type) && answered.status < 300;
  // Recorded before the sender knows of it, so that none ends first.
  const here = (key: string, value: unknown) => (key === "mp3" ? `http://${host}${file}` : value);
  response.end(json ? JSON.stringify(withSecondPage(path, JSON.parse(bytes.toString("utf8"))), here) : bytes);
  const problem = answered.status < 400 ? violations : `${answered.status} ${violations || bytes.toString("utf8")}`;
  return { line, problem };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((closed) => server.close(() => closed()));
}
