import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A request that came. */
export interface SentRequest {
  /** `GET /recordings?page[number]=2` */
  readonly line: string;
  /** The JSON body; undefined where there is none. */
  readonly body?: Readonly<Record<string, unknown>> | undefined;
}

/** What is done with a request: an answer, a connection that breaks, or nothing at all. */
export type Step =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly json?: object }
  | "breaks"
  | "is silent";

/** Plays Telnyx by a script, failures included, and keeps what came. */
export class ScriptedServer {
  readonly requests: SentRequest[] = [];
  readonly #server: Server;

  /** `script` says what is done with a request; `count` is how many came before it. */
  static async start(script: (request: SentRequest, count: number) => Step): Promise<ScriptedServer> {
    const started = new ScriptedServer(script);
    await new Promise<void>((listening) => started.#server.listen(0, "127.0.0.1", listening));
    return started;
  }

  private constructor(script: (request: SentRequest, count: number) => Step) {
    this.#server = createServer(async (request, response) => {
      let text = "";
      for await (const chunk of request) text += String(chunk);
      const isJson = text !== "" && request.headers["content-type"]?.startsWith("application/json");
      const line = `${request.method} ${decodeURIComponent(request.url ?? "").replace(/^\/v2/, "")}`;
      const sent = { line, body: isJson ? JSON.parse(text) : undefined };
      const step = script(sent, this.requests.push(sent) - 1);
      if (step === "breaks") request.socket.destroy();
      if (typeof step === "string") return;
      response.writeHead(step.status, { "content-type": "application/json", ...step.headers });
      response.end(JSON.stringify(step.json ?? {}));
    });
  }

  /** The variables that lead a program here. */
  get environment() {
    const { port } = this.#server.address() as AddressInfo;
    return { TELNYX_API_KEY: "KEY", TELNYX_BASE_URL: `http://127.0.0.1:${port}/v2` };
  }

  close(): Promise<unknown> {
    this.#server.closeAllConnections();
    return new Promise((closed) => this.#server.close(closed));
  }
}
