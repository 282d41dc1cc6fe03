import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Play } from "../client/campaign-server.ts";
import { answerFaults, bodyFaults, operationPointer } from "./contract.ts";

/** A call that was placed. */
interface PlacedCall {
  readonly id: string;
  readonly to: string;
  readonly clientState: string;
  readonly at: number;
}

/**
 * Plays Telnyx for a campaign, on loopback: dials as a play lets it, and lists what became of them. It remembers a command
 * until it is told to forget it, and can go away and come back.
 */
export class CampaignTelnyx {
  readonly calls: PlacedCall[] = [];
  /** What was sent that the contract does not allow, or answered so by this server itself. */
  readonly problems: string[] = [];
  /** How many requests to dial came. */
  dials = 0;
  /** What becomes of them. */
  play: Play;
  readonly #server: Server;
  readonly #commands = new Map<string, PlacedCall>();
  readonly #attempts = new Map<string, number>();
  #port = 0;

  static async start(play: Play): Promise<CampaignTelnyx> {
    const telnyx = new CampaignTelnyx(play);
    await telnyx.open();
    return telnyx;
  }

  private constructor(play: Play) {
    this.play = play;
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  /** The variables that lead a program here. */
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
      response.writeHead(404).end();
    } else if (path === "/calls") this.#dial(body, operation, response);
    else {
      const json = path === "/call_events" ? this.#events(searchParams) : this.#activeCalls();
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify(this.#checked(operation, json)));
    }
  }

  #checked(operation: string, answer: object): object {
    this.problems.push(...answerFaults(operation, answer).map((fault) => `${operation} answered: ${fault}`));
    return answer;
  }

  #dial(body: Readonly<Record<string, string>>, operation: string, response: ServerResponse): void {
    this.dials++;
    const { to = "", command_id: id = "", client_state: clientState = "" } = body;
    const attempt = (this.#attempts.get(to) ?? 0) + 1;
    this.#attempts.set(to, attempt);
    const place = () => {
      const call = this.#commands.get(id) ?? { id: `v3:${this.calls.length}`, to, clientState, at: Date.now() };
      if (!this.#commands.has(id)) this.calls.push(call);
      this.#commands.set(id, call);
      return this.#checked(operation, { data: { ...legOf(call), record_type: "call", is_alive: false } });
    };
    this.play({ to, attempt, isPlaced: this.#commands.has(id), place }, response);
  }

  /** Two events a call, of which nothing is seen in the first second; of each seventh call the events were lost. */
  #events(query: URLSearchParams): object {
    const since = Date.parse(query.get("filter[occurred_at][gte]") ?? "");
    const seen = this.calls.filter(({ at }, index) => at >= since && at < Date.now() - 1000 && index % 7 !== 0);
    const data = seen.flatMap((call) => ["call.initiated", "call.hangup"].map((name) => eventOf(call, name)));
    const pageOf = (name: string) => Number(query.get(`page[${name}]`) ?? 1);
    const [number, size] = [pageOf("number"), pageOf("size")];
    const meta = { page_number: number, total_pages: Math.ceil(data.length / size), page_size: size };
    return { data: data.slice((number - 1) * size, number * size), meta };
  }

  /** The calls of which there are no events are still up. */
  #activeCalls(): object {
    const data = this.calls
      .filter((_, index) => index % 7 === 0)
      .map((call) => ({ record_type: "call", ...legOf(call), client_state: call.clientState, call_duration: 1 }));
    return { data, meta: { total_items: data.length, cursors: {} } };
  }
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
