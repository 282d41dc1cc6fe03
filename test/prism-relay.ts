import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { startPrism } from "./prism-server.ts";

/** A server before Prism, which takes down what Prism says of each request. */
export interface PrismRelay {
  readonly baseUrl: string;
  /** Each request with the status of its answer, and with what is wrong where something is. */
  readonly requests: string[];
  readonly stop: () => Promise<void>;
}

/** Starts Prism and a server before it that ends every list with its first page, since Prism's lists have no end. */
export async function startPrismRelay(document: string): Promise<PrismRelay> {
  const prism = await startPrism(document);
  const requests: string[] = [];
  const server = createServer((request, response) => void relay(prism.baseUrl, requests, request, response));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const stop = async () => {
    await new Promise((closed) => server.close(closed));
    await prism.stop();
  };
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests, stop };
}

async function relay(baseUrl: string, requests: string[], request: IncomingMessage, response: ServerResponse) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { method = "GET", url = "/", headers } = request;
  const kept = ["authorization", "content-type", "accept"].flatMap((name) => {
    const value = headers[name];
    return typeof value === "string" ? [[name, value]] : [];
  });
  const answer = await fetch(`${baseUrl}${url}`, {
    method,
    headers: { ...Object.fromEntries(kept), prefer: "dynamic=false" },
    ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
  });
  const text = Buffer.from(await answer.arrayBuffer());
  const problem = answer.headers.get("sl-violations") ?? (answer.ok ? "" : text.toString("utf8"));
  requests.push(`${method} ${url.split("?")[0]} ${answer.status}${problem === "" ? "" : ` ${problem}`}`);
  const type = answer.headers.get("content-type") ?? "application/json";
  response.writeHead(answer.status, { "content-type": type });
  response.end(answer.status === 204 ? undefined : /json/.test(type) ? lastPage(text.toString("utf8")) : text);
}

/** An answer without what would lead to another page. */
function lastPage(text: string): string {
  const value = JSON.parse(text);
  if (value?.meta) value.meta = { ...value.meta, total_pages: 1, page_number: 1, next: null };
  if (value?.next_page_uri) value.next_page_uri = null;
  return JSON.stringify(value);
}
