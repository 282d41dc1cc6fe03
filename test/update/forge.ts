import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A pull request as the stub keeps it. */
export interface Pull {
  readonly number: number;
  readonly head: string;
  readonly base: string;
  title: string;
  body: string;
  labels: readonly string[];
}

/** A server that answers as the forge's REST API does, for pull requests and comments. */
export interface Forge {
  readonly address: string;
  readonly calls: string[];
  readonly pulls: Pull[];
  readonly comments: { readonly id: number; body: string }[];
  /** Whether the token may write. */
  mayWrite: boolean;
  reset(): void;
  close(): Promise<void>;
}

/** Starts the stub on loopback. */
export async function startForge(): Promise<Forge> {
  const server = createServer(async (request, response) => {
    let text = "";
    for await (const chunk of request) text += String(chunk);
    const [path = "", query = ""] = (request.url ?? "").replace("/repos/owner/voice", "").split("?");
    forge.calls.push(`${request.method} ${path}`);
    const isAllowed = request.headers.authorization === "Bearer token" && (forge.mayWrite || request.method === "GET");
    const answer = isAllowed
      ? route(forge, `${request.method} ${path}`, query, text === "" ? {} : JSON.parse(text))
      : undefined;
    response.writeHead(isAllowed ? (answer === undefined ? 404 : 200) : 403, { "content-type": "application/json" });
    response.end(JSON.stringify(answer ?? { message: "no" }));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const forge: Forge = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls: [],
    pulls: [],
    comments: [],
    mayWrite: true,
    reset() {
      for (const list of [forge.calls, forge.pulls, forge.comments]) list.length = 0;
      forge.mayWrite = true;
    },
    close: () => new Promise((closed) => server.close(() => closed())),
  };
  return forge;
}

type Fields = Readonly<Record<string, string>> & { readonly labels?: readonly string[] };

function route(forge: Forge, call: string, query: string, fields: Fields): unknown {
  const [, number] = /\/(\d+)/.exec(call) ?? [];
  const pull = forge.pulls.find((one) => one.number === Number(number));
  switch (call.replace(/\d+/, "N")) {
    case "GET /pulls": {
      const head = new URLSearchParams(query).get("head");
      return forge.pulls.filter((one) => `owner:${one.head}` === head);
    }
    case "POST /pulls": {
      const { title = "", body = "", head = "", base = "" } = fields;
      const opened: Pull = { number: forge.pulls.length + 1, title, body, head, base, labels: [] };
      forge.pulls.push(opened);
      return opened;
    }
    case "PATCH /pulls/N":
      return pull && Object.assign(pull, fields);
    case "PUT /issues/N/labels":
      return pull && Object.assign(pull, { labels: fields.labels });
    case "GET /issues/N/comments":
      return forge.comments;
    case "POST /issues/N/comments":
      forge.comments.push({ id: 100 + forge.comments.length, body: fields["body"] ?? "" });
      return {};
    case "PATCH /issues/comments/N":
      return Object.assign(forge.comments.find(({ id }) => id === Number(number)) ?? {}, fields);
    default:
      return undefined;
  }
}
