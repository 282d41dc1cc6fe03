import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as it arrived. */
export interface RecordedRequest {
  readonly method: string;
  /** Path and query, as they were encoded. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A server on loopback that keeps the requests it gets, and answers each with an empty list. */
export async function startRecorder() {
  const requests: RecordedRequest[] = [];
  const server = createServer(async (incoming, response) => {
    const { method = "", url = "", headers } = incoming;
    const chunks = await incoming.toArray();
    requests.push({ method, url, headers, body: Buffer.concat(chunks).toString("utf8") });
    response.writeHead(200, { "content-type": "application/json" }).end('{"data":[],"meta":{}}');
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v2`,
    /** The only request that a call makes; throws where it makes none, or more. */
    async record(call: () => unknown): Promise<RecordedRequest> {
      requests.length = 0;
      await call();
      const [request] = requests;
      if (request === undefined || requests.length > 1) throw new Error(`The call made ${requests.length} requests`);
      return request;
    },
    close: () => new Promise((closed) => server.close(closed)),
  };
}
