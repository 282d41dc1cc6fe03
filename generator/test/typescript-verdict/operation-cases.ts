import type { PathItem } from "../../src/document/openapi.ts";
import type { Draft } from "../small-specs.ts";
import { type Change, operationAt } from "./base.ts";
import type { TrialCase } from "./trial-case.ts";

/** Puts a path in another's place. */
const move =
  (from: string, to: string): Change =>
  ({ contract: { paths } }) => {
    const item = JSON.stringify(paths[from]).replaceAll("call_id", /\{(\w+)\}/.exec(to)?.[1] ?? "");
    delete paths[from];
    paths[to] = JSON.parse(item) as Draft<PathItem>;
  };

const same = (rule: string, change: Change, ...uses: string[]): TrialCase => ({
  rule,
  mirror: rule,
  change,
  uses,
  usesBack: uses,
});
const hangup = 'await client.calls.hangup("a");';
const walks = [
  "for await (const { value } of client.calls.list()) console.log(value);",
  "const page = await client.calls.list();",
];

/** A list of calls whose pages are told by that part of `meta`. */
const listWith =
  (meta: object): Change =>
  (specs) => {
    const data = { type: "array", items: { $ref: "#/components/schemas/Call" } };
    const fields = { data, meta: { type: "object", properties: meta } };
    operationAt(specs, "get", "/calls").responses = {
      "200": {
        description: "",
        content: { "application/json": { schema: { type: "object", properties: fields } as never } },
      },
    };
  };
const byNumber = { page_number: { type: "integer" }, total_pages: { type: "integer" } };
const byCursor = { cursors: { type: "object", properties: { after: { type: "string" } } } };

export const operationCases: readonly TrialCase[] = [
  same(
    "server-changed",
    ({ contract }) => {
      contract.servers = [{ url: "https://api.example.org/v3" }];
    },
    hangup,
    "new TelnyxVoice({ baseUrl: text });",
  ),
  {
    rule: "security-tightened",
    mirror: "security-loosened",
    change: ({ contract }) => {
      contract.security = [{ bearer: [] }];
    },
    uses: [hangup, "new TelnyxVoice({ apiKey: text });"],
    usesBack: [hangup, "new TelnyxVoice({ apiKey: text });"],
  },
  {
    rule: "operation-removed",
    mirror: "operation-added",
    change: ({ contract }) => {
      delete contract.paths["/calls/{call_id}"];
    },
    uses: [
      hangup,
      'type Hangup = t.operations["HangupCall"];',
      'await client.http.DELETE("/calls/{call_id}", { params: { path: { call_id: text } } });',
    ],
    usesBack: [
      "await client.calls.dial({ to: text });",
      "for (const name of Object.keys(client.calls)) console.log(name);",
    ],
  },
  {
    rule: "operation-moved",
    mirror: "operation-moved",
    change: move("/calls/{call_id}", "/phone_calls/{call_id}"),
    uses: [
      'await client.http.DELETE("/calls/{call_id}", { params: { path: { call_id: text } } });',
      'type Path = t.paths["/calls/{call_id}"];',
    ],
    usesBack: ['await client.http.DELETE("/phone_calls/{call_id}", { params: { path: { call_id: text } } });'],
  },
  {
    rule: "path-parameter-renamed",
    mirror: "path-parameter-renamed",
    change: move("/calls/{call_id}", "/calls/{id}"),
    uses: [
      'await client.http.DELETE("/calls/{call_id}", { params: { path: { call_id: text } } });',
      'type Path = t.paths["/calls/{call_id}"];',
    ],
    usesBack: ['await client.http.DELETE("/calls/{id}", { params: { path: { id: text } } });'],
  },
  {
    rule: "operation-deprecated",
    mirror: "operation-reinstated",
    change: (specs) => {
      operationAt(specs, "delete", "/calls/{call_id}").deprecated = true;
    },
    uses: [hangup, 'type Hangup = t.operations["HangupCall"];'],
    usesBack: [hangup, 'type Hangup = t.operations["HangupCall"];'],
  },
  {
    rule: "operation-id-changed",
    mirror: "operation-id-changed",
    change: (specs) => {
      operationAt(specs, "delete", "/calls/{call_id}").operationId = "EndCall";
      specs.names.operations["EndCall"] = { method: "calls.hangup", type: "Hangup" };
    },
    uses: ['type Hangup = t.operations["HangupCall"];'],
    usesBack: ['type Hangup = t.operations["EndCall"];'],
  },
  same(
    "operation-family-changed",
    (specs) => {
      operationAt(specs, "delete", "/calls/{call_id}").tags = ["Recordings"];
    },
    hangup,
  ),
  same(
    "operation-text-changed",
    ({ wordings }) => {
      Object.assign(wordings[0]?.operations ?? {}, { HangupCall: { summary: "End" } });
    },
    hangup,
  ),
  {
    rule: "method-renamed",
    mirror: "method-renamed",
    change: ({ names }) => {
      Object.assign(names.operations["HangupCall"] ?? {}, { method: "calls.end" });
    },
    uses: [hangup, "const end = (id: string) => client.calls.hangup(id);"],
    usesBack: ['await client.calls.end("a");'],
  },
  {
    rule: "type-renamed",
    mirror: "type-renamed",
    change: ({ names }) => {
      Object.assign(names.operations["BridgeCall"] ?? {}, { type: "Join" });
    },
    uses: [
      'import type { BridgeResponse } from "@telnyx-voice/types";',
      "const answer: t.BridgeResponse = await client.calls.actions.bridge(text, { call_id: text });",
    ],
    usesBack: ['import type { JoinResponse } from "@telnyx-voice/types";'],
  },
  {
    rule: "pagination-changed",
    mirror: "pagination-changed",
    start: listWith({ ...byNumber, ...byCursor }),
    change: listWith(byNumber),
    uses: walks,
    usesBack: walks,
  },
  {
    rule: "pagination-removed",
    mirror: "pagination-added",
    start: listWith({ ...byNumber, other: { type: "string" } }),
    change: listWith({ other: { type: "string" }, page_number: { type: "integer" } }),
    uses: [walks[0] ?? "", "await client.calls.list().first();", "await client.calls.list().all({ limit: 2 });"],
    usesBack: ["const page = await client.calls.list();", "await client.calls.list().withResponse();"],
  },
  {
    rule: "arguments-moved",
    mirror: "arguments-moved",
    change: (specs) => {
      operationAt(specs, "delete", "/calls/{call_id}").parameters = [
        { name: "reason", in: "query", schema: { type: "string" } },
      ];
    },
    uses: ['await client.calls.hangup("a", { timeout: count });'],
    usesBack: ['await client.calls.hangup("a", {}, { timeout: count });'],
  },
  {
    rule: "arguments-moved",
    mirror: "arguments-moved",
    change: (specs) => {
      operationAt(specs, "get", "/calls").requestBody = {
        content: { "application/json": { schema: { $ref: "#/components/schemas/BridgeRequest" } } },
      };
    },
    uses: ['await client.calls.list({ filter: { status: "active" } });'],
    usesBack: ["await client.calls.list({ call_id: text });"],
  },
  {
    rule: "response-success-status-removed",
    mirror: "response-success-status-added",
    start: (specs) => {
      Object.assign(operationAt(specs, "delete", "/calls/{call_id}").responses ?? {}, { "404": { description: "" } });
    },
    change: (specs) => {
      delete operationAt(specs, "delete", "/calls/{call_id}").responses?.["204"];
    },
    uses: ['type Ended = t.operations["HangupCall"]["responses"][204];'],
    usesBack: [hangup, 'type Missing = t.operations["HangupCall"]["responses"][404];'],
  },
  {
    rule: "response-error-status-removed",
    mirror: "response-error-status-added",
    change: (specs) => {
      delete operationAt(specs, "post", "/calls").responses?.["422"];
    },
    uses: [
      'type Refused = t.operations["DialCall"]["responses"][422]["content"]["application/json"];',
      'const { error } = await client.http.POST("/calls", { body: { to: text } });\nconsole.log(error?.code);',
    ],
    usesBack: [
      "await client.calls.dial({ to: text });",
      'const { data } = await client.http.POST("/calls", { body: { to: text } });\nconsole.log(data?.value);',
    ],
  },
];
