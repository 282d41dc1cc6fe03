import { createHash } from "node:crypto";
import { createServer, type OutgoingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A call that the server placed. */
export interface Placement {
  readonly to: string;
  /** The `command_id` that the request had. */
  readonly commandId: string | undefined;
  readonly callControlId: string;
  /** When, in ms since 1970. */
  readonly at: number;
}

/** A request to dial, as a play sees it. */
export interface Dial {
  readonly to: string;
  /** How many requests for this number there have been, this one included. */
  readonly attempt: number;
  /** Whether a call was placed under the request's `command_id` before. */
  readonly isPlaced: boolean;
  /** Places the call, unless it was placed under its `command_id` before. Gives the answer's body. */
  readonly place: () => object;
}

/** What a server does with the requests to dial that reach it. */
export type Play = (dial: Dial, response: ServerResponse) => void;

/** How long Telnyx remembers a `command_id`, in ms. */
const memory = 60_000;

/** Starts a server on loopback that dials as Telnyx does, as far as the play lets it. */
export async function startCampaignServer(play: Play) {
  const placements: Placement[] = [];
  const commands = new Map<string, Placement>();
  const attempts = new Map<string, number>();
  let requests = 0;
  const place = (to: string, commandId: string | undefined): Placement => {
    const placement = { to, commandId, callControlId: `v3:${placements.length}`, at: Date.now() };
    placements.push(placement);
    if (commandId !== undefined) commands.set(commandId, placement);
    return placement;
  };
  const server = createServer(async (request, response) => {
    let body = "";
    // What broke off on its way here is no request.
    try {
      for await (const chunk of request) body += String(chunk);
    } catch {
      return;
    }
    requests++;
    const { to, command_id: commandId } = JSON.parse(body) as { readonly to: string; readonly command_id?: string };
    const attempt = (attempts.get(to) ?? 0) + 1;
    attempts.set(to, attempt);
    const known = commandId === undefined ? undefined : commands.get(commandId);
    const placed = known && Date.now() - known.at < memory ? known : undefined;
    const answer = () => {
      const { callControlId } = placed ?? place(to, commandId);
      return { data: { record_type: "call", call_control_id: callControlId, is_alive: false } };
    };
    play({ to, attempt, isPlaced: placed !== undefined, place: answer }, response);
  });
  // A campaign may open all its connections at once.
  await new Promise<void>((listening) => server.listen({ port: 0, host: "127.0.0.1", backlog: 4096 }, listening));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v2`,
    placements,
    get requests() {
      return requests;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
}

/** Lets so many requests through in each second of the clock, and refuses the others until the next. */
export function rateLimit(perSecond: number): Play {
  let second = 0;
  let taken = 0;
  return ({ place }, response) => {
    const now = Math.floor(Date.now() / 1000);
    if (now !== second) [second, taken] = [now, 0];
    taken++;
    if (taken <= perSecond) send(response, 200, place());
    else refuse(response, 429, "10011", "Too many requests", { "x-ratelimit-reset": "1" });
  };
}

/** How long the slow answer takes, in ms: longer than any attempt waits. */
const slowness = 10_000;

/** The nine faults. Those that come after placing leave a call that the client does not know of. */
const faults: Readonly<Record<string, Play>> = {
  "reset before placing": (_, response) => reset(response),
  "reset after placing": ({ place }, response) => {
    place();
    reset(response);
  },
  "half of the answer, after placing": ({ place }, response) => {
    const text = JSON.stringify(place());
    response.writeHead(200, { "content-type": "application/json", "content-length": text.length });
    response.write(text.slice(0, text.length / 2), () => response.destroy());
  },
  "502 after placing": ({ place }, response) => {
    place();
    send(response, 502, "<h1>502 Bad Gateway</h1>");
  },
  "500 before placing": (_, response) => refuse(response, 500, "10007", "Unexpected error"),
  "429": (_, response) => refuse(response, 429, "10011", "Too many requests", { "retry-after": "1" }),
  "slow, after placing": ({ place }, response) => {
    const answer = place();
    const timer = setTimeout(() => send(response, 200, answer), slowness);
    response.on("close", () => clearTimeout(timer));
  },
  "422": ({ place, isPlaced }, response) => {
    // A command that was carried out has its answer.
    if (isPlaced) send(response, 200, place());
    else refuse(response, 422, "10002", "Invalid phone number");
  },
  "200 that cannot be read, after placing": ({ place, attempt }, response) => {
    const text = JSON.stringify(place());
    if (attempt % 2 === 0) send(response, 200, "<h1>Welcome</h1>");
    else response.writeHead(200, { "content-type": "application/json" }).end(text.slice(1));
  },
};

/** Of so many requests each fault meets one. */
const oneIn = 25;

/**
 * Meets requests with the nine faults. Which request meets which is chance, but hangs on nothing but the seed, the number
 * and the attempt: all clients meet the same.
 */
export function nineFaults(seed: number): Play {
  return (dial, response) => {
    const hash = createHash("sha256").update(`${seed} ${dial.to} ${dial.attempt}`).digest();
    const fault = Object.values(faults)[hash.readUInt32BE() % oneIn];
    if (fault) fault(dial, response);
    else send(response, 200, dial.place());
  };
}

function reset(response: ServerResponse): void {
  response.socket?.resetAndDestroy();
}

function refuse(
  response: ServerResponse,
  status: number,
  code: string,
  title: string,
  headers?: OutgoingHttpHeaders,
): void {
  send(response, status, { errors: [{ code, title, detail: title }] }, headers);
}

/** Answers with a page, or with an object as JSON. */
function send(response: ServerResponse, status: number, body: string | object, headers?: OutgoingHttpHeaders): void {
  const [type, text] = typeof body === "string" ? ["text/html", body] : ["application/json", JSON.stringify(body)];
  response.writeHead(status, { "content-type": type, ...headers }).end(text);
}
