import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { answerFaults, bodyFaults, operationPointer } from "./contract.ts";

/** A call that was placed. */
export interface PlacedCall {
  readonly id: string;
  readonly to: string;
  readonly clientState: string;
  readonly at: number;
}

/** What may happen to a dial. `before` is before the call is placed, `after` is after it. */
const faults = [
  "500 before",
  "503 before",
  "reset before",
  "silence before",
  "502 after",
  "reset after",
  "half an answer after",
  "silence after",
  "slow",
] as const;

/**
 * Plays Telnyx on loopback at its worst: dials meet nine faults, a limit of requests a second, and refusals. It remembers a
 * command for 60 seconds, and what it has done as long as it lives.
 */
export class FaultyTelnyx {
  readonly calls: PlacedCall[] = [];
  /** What was sent that the contract does not allow, or answered by this server itself. */
  readonly problems: string[] = [];
  /** How often dials met a fault, or were refused. */
  readonly met = new Map<string, number>();
  /** How many requests for a call came. */
  dials = 0;
  /** Whether the API key counts as wrong. */
  refusesKey = false;
  readonly #server: Server;
  readonly #isRefused: (to: string) => boolean;
  readonly #perSecond: number;
  readonly #commands = new Map<string, { readonly call: PlacedCall; readonly at: number }>();
  readonly #seconds = new Map<number, number>();
  #port = 0;

  static async start(options: { perSecond: number; isRefused: (to: string) => boolean }): Promise<FaultyTelnyx> {
    const telnyx = new FaultyTelnyx(options.perSecond, options.isRefused);
    await telnyx.open();
    return telnyx;
  }

  private constructor(perSecond: number, isRefused: (to: string) => boolean) {
    [this.#perSecond, this.#isRefused] = [perSecond, isRefused];
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  get environment() {
    return { TELNYX_API_KEY: "KEY", TELNYX_BASE_URL: `http://127.0.0.1:${this.#port}/v2` };
  }

  async open(): Promise<void> {
    await new Promise<void>((listening) => this.#server.listen(this.#port, "127.0.0.1", listening));
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  /** Goes away: connections break, and new ones are refused, until it opens again. */
  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }

  /** Forgets all commands, as after 60 seconds: whichever comes again is another one. What is on its way comes to nothing. */
  forgetCommands(): void {
    this.#server.closeAllConnections();
    this.#commands.clear();
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = "";
    try {
      for await (const chunk of request) text += String(chunk);
    } catch {
      return; // it broke off in the middle
    }
    const { method = "", url = "" } = request;
    const { pathname, searchParams } = new URL(url, "http://telnyx.invalid");
    const path = pathname.replace(/^\/v2/, "");
    const operation = operationPointer(method, path);
    const body = text === "" ? undefined : JSON.parse(text);
    const wrong = operation === undefined ? ["no such operation"] : bodyFaults(operation, body);
    if (operation === undefined || wrong.length > 0) {
      this.problems.push(`${method} ${url}: ${wrong}`);
      send(response, 422, refusal("10015", String(wrong)));
      return;
    }
    const answer = (json: object) => {
      this.problems.push(...answerFaults(operation, json).map((fault) => `${path} answered: ${fault}`));
      send(response, 200, json);
    };
    if (path === "/calls") this.#dial(body, response, answer);
    else if (path === "/call_events") answer(this.#events(searchParams));
    else answer(this.#activeCalls());
  }

  #dial(body: Record<string, string>, response: ServerResponse, answer: (json: object) => void): void {
    this.dials++;
    const refused = this.#refusalOf(body);
    if (refused !== undefined) {
      this.#count(`${refused[0]}`);
      send(response, ...refused);
      return;
    }
    const fault = Math.random() < 0.3 ? pick() : undefined;
    if (fault !== undefined) this.#count(fault);
    if (fault === "silence before") return;
    if (fault === "reset before") response.destroy();
    else if (fault === "500 before") send(response, 500, {});
    else if (fault === "503 before") send(response, 503, {}, { "retry-after": "0" });
    else {
      const { call_control_id, ...rest } = legOf(this.#place(body));
      const json = { data: { call_control_id, is_alive: false, record_type: "call", ...rest } };
      if (fault === "502 after") send(response, 502, {});
      else if (fault === "reset after") response.destroy();
      else if (fault === "half an answer after") sendHalf(response);
      else if (fault === "slow") setTimeout(() => answer(json), 700);
      else if (fault !== "silence after") answer(json);
    }
  }

  #count(fault: string): void {
    this.met.set(fault, (this.met.get(fault) ?? 0) + 1);
  }

  /** What is answered to a dial that is certainly not carried out; undefined where it may be. */
  #refusalOf({ to = "" }: Record<string, string>): Reply | undefined {
    if (this.refusesKey) return [401, refusal("10009", "Authentication failed")];
    if (!this.#isInLimit()) return [429, refusal("10011", "Too many requests"), { "x-ratelimit-reset": "1" }];
    if (this.#isRefused(to)) return [422, refusal("10016", "must be in E.164 format")];
    return undefined;
  }

  /** Places a call, or gives the one that the command has placed within the last 60 seconds. */
  #place({ to = "", command_id: id = "", client_state: clientState = "" }: Record<string, string>): PlacedCall {
    const known = this.#commands.get(id);
    if (known !== undefined && Date.now() - known.at < 60_000) return known.call;
    const call = { id: `v3:${this.calls.length}`, to, clientState, at: Date.now() };
    this.calls.push(call);
    this.#commands.set(id, { call, at: call.at });
    return call;
  }

  #isInLimit(): boolean {
    const second = Math.floor(Date.now() / 1000);
    const count = (this.#seconds.get(second) ?? 0) + 1;
    this.#seconds.set(second, count);
    return count <= this.#perSecond;
  }

  /** Two events a call, of which nothing is seen in the first second; of each seventh call the events were lost. */
  #events(query: URLSearchParams): object {
    const since = Date.parse(query.get("filter[occurred_at][gte]") ?? "");
    const seen = this.calls.filter(({ at }, index) => at >= since && at < Date.now() - 1000 && index % 7 !== 0);
    const data = seen.flatMap((call) => ["call.initiated", "call.hangup"].map((name) => eventOf(call, name)));
    const [number, size] = ["number", "size"].map((name) => Number(query.get(`page[${name}]`) ?? 1)) as [
      number,
      number,
    ];
    const meta = { page_number: number, total_pages: Math.ceil(data.length / size), page_size: size };
    return { data: data.slice((number - 1) * size, number * size), meta };
  }

  /** Those calls of which there are no events are still up. */
  #activeCalls(): object {
    const alive = this.calls.filter((_, index) => index % 7 === 0);
    const data = alive.map((call) => ({
      record_type: "call",
      ...legOf(call),
      client_state: call.clientState,
      call_duration: 1,
    }));
    return { data, meta: { total_items: data.length, cursors: {} } };
  }
}

/** A fault by chance; silence, which takes the client's whole patience, is rare. */
function pick(): (typeof faults)[number] | undefined {
  const fault = faults[Math.floor(Math.random() * faults.length)];
  return fault?.startsWith("silence") && Math.random() < 0.8 ? undefined : fault;
}

function legOf({ id }: PlacedCall) {
  return { call_control_id: id, call_leg_id: id, call_session_id: id };
}

function eventOf(call: PlacedCall, name: string): object {
  const { call_control_id, ...leg } = legOf(call);
  const event = { event_type: name, payload: { call_control_id, client_state: call.clientState } };
  return {
    record_type: "call_event",
    type: "webhook",
    ...leg,
    event_timestamp: new Date(call.at).toISOString(),
    name,
    metadata: { attempt: 1, status: "delivered", event },
  };
}

/** A status, a body of JSON, and headers. */
type Reply = [status: number, json: object, headers?: Record<string, string>];

function refusal(code: string, detail: string): object {
  return { errors: [{ code, title: "Refused", detail }] };
}

function send(response: ServerResponse, ...[status, json, headers]: Reply): void {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(json));
}

function sendHalf(response: ServerResponse): void {
  response.writeHead(200, { "content-type": "application/json", "content-length": "100" });
  response.write('{"data":', () => response.destroy());
}
