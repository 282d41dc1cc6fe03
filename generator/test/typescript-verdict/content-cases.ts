import { type Change, operationAt, schemaOf } from "./base.ts";
import type { TrialCase } from "./trial-case.ts";

const hangup = 'await client.calls.hangup("a");';
const calls = (specs: Parameters<Change>[0]) => operationAt(specs, "get", "/calls");
const ending = (specs: Parameters<Change>[0]) => operationAt(specs, "delete", "/calls/{call_id}");
const call = { "application/json": { schema: { $ref: "#/components/schemas/Call" } } };
const page = (required: boolean) => ({ name: "page", in: "query", required, schema: { type: "integer" } }) as const;
const trace = { name: "X-Trace", in: "header", schema: { type: "string" } } as const;
const body = (required: boolean, ...types: string[]) => ({
  required,
  content: Object.fromEntries(
    (types.length > 0 ? types : ["application/json"]).map((type) => [
      type,
      { schema: { $ref: "#/components/schemas/BridgeRequest" } },
    ]),
  ),
});
const takes =
  (required: boolean, ...types: string[]): Change =>
  (specs) => {
    ending(specs).requestBody = body(required, ...types);
  };
const answers =
  (responses: object): Change =>
  (specs) => {
    ending(specs).responses = responses as never;
  };
const parameters =
  (...list: readonly object[]): Change =>
  (specs) => {
    calls(specs).parameters = list as never;
  };
const upload = (specs: Parameters<Change>[0], file: object) => {
  ending(specs).requestBody = {
    content: { "multipart/form-data": { schema: { type: "object", properties: { file } } as never } },
  };
};
const http = (inner: string) =>
  `await client.http.DELETE("/calls/{call_id}", { params: { path: { call_id: text } }${inner} });`;

export const contentCases: readonly TrialCase[] = [
  {
    rule: "request-parameter-removed",
    mirror: "request-parameter-added",
    start: parameters(page(false), { ...page(false), name: "size" }),
    change: parameters({ ...page(false), name: "size" }),
    uses: ["await client.calls.list({ page: 1 });", "await client.calls.list({ page: 1, size: 2 });"],
    usesBack: [
      "await client.calls.list({ size: 2 });",
      "await client.calls.list({}, { timeout: count });",
      "const query: t.ListCallsQuery = { size: 2 };",
    ],
  },
  {
    rule: "request-parameter-removed",
    mirror: "request-parameter-added",
    start: parameters(trace, page(false)),
    change: parameters(page(false)),
    uses: ['await client.http.GET("/calls", { params: { header: { "X-Trace": text } } });'],
    usesBack: [
      'await client.http.GET("/calls", { params: { query: { page: 1 } } });',
      "await client.calls.list({ page: 1 });",
    ],
  },
  {
    rule: "request-required-parameter-added",
    mirror: "request-parameter-removed",
    start: parameters({ ...page(false), name: "size" }),
    change: parameters({ ...page(false), name: "size" }, page(true)),
    uses: ["await client.calls.list();", "await client.calls.list({ size: 2 });"],
    usesBack: ["await client.calls.list({ page: 1 });"],
  },
  {
    rule: "request-parameter-became-required",
    mirror: "request-parameter-became-optional",
    start: parameters(page(false)),
    change: parameters(page(true)),
    uses: ["await client.calls.list();", "await client.calls.list({});", 'await client.http.GET("/calls");'],
    usesBack: [
      "await client.calls.list({ page: 1 });",
      'await client.http.GET("/calls", { params: { query: { page: 1 } } });',
    ],
  },
  {
    rule: "request-parameter-style-changed",
    mirror: "request-parameter-style-changed",
    change: (specs) => {
      Object.assign(calls(specs).parameters?.[0] ?? {}, { style: "form" });
    },
    uses: ['await client.calls.list({ filter: { status: "active" } });'],
    usesBack: ['await client.calls.list({ filter: { status: "active" } });'],
  },
  {
    rule: "request-body-removed",
    mirror: "request-body-added",
    start: takes(false),
    change: (specs) => {
      delete ending(specs).requestBody;
    },
    uses: ['await client.calls.hangup("a", { call_id: text });', "const body: t.HangupRequest = { call_id: text };"],
    usesBack: [hangup, http("")],
  },
  {
    rule: "request-required-body-added",
    mirror: "request-body-removed",
    change: takes(true),
    uses: [hangup, http("")],
    usesBack: ['await client.calls.hangup("a", { call_id: text });'],
  },
  {
    rule: "request-body-became-required",
    mirror: "request-body-became-optional",
    start: takes(false),
    change: takes(true),
    uses: [hangup, http("")],
    usesBack: ['await client.calls.hangup("a", { call_id: text });', http(", body: { call_id: text }")],
  },
  {
    rule: "request-media-type-removed",
    mirror: "request-media-type-added",
    start: takes(true, "application/json", "application/x-www-form-urlencoded"),
    change: takes(true, "application/json"),
    uses: [
      'type Form = NonNullable<t.operations["HangupCall"]["requestBody"]>["content"]["application/x-www-form-urlencoded"];',
    ],
    usesBack: [
      'await client.calls.hangup("a", { call_id: text });',
      'type Json = NonNullable<t.operations["HangupCall"]["requestBody"]>["content"]["application/json"];',
    ],
  },
  {
    rule: "request-encoding-changed",
    mirror: "request-encoding-changed",
    start: (specs) => upload(specs, { type: "string", format: "binary" }),
    change: takes(false),
    uses: ['await client.calls.hangup("a", { file: new Blob([]) });'],
    usesBack: ['await client.calls.hangup("a", { call_id: text });'],
  },
  {
    rule: "upload-changed",
    mirror: "upload-changed",
    start: (specs) => upload(specs, { type: "string", format: "binary" }),
    change: (specs) => upload(specs, { type: "string" }),
    uses: ['await client.calls.hangup("a", { file: new Blob([]) });'],
    usesBack: ['await client.calls.hangup("a", { file: text });'],
  },
  {
    rule: "response-media-type-removed",
    mirror: "response-media-type-added",
    start: answers({ "200": { description: "", content: { ...call, "text/csv": { schema: { type: "string" } } } } }),
    change: answers({ "200": { description: "", content: call } }),
    uses: ['type Table = t.operations["HangupCall"]["responses"][200]["content"]["text/csv"];'],
    usesBack: [
      'const { value } = await client.calls.hangup("a");',
      'type Json = t.operations["HangupCall"]["responses"][200]["content"]["application/json"];',
    ],
  },
  {
    rule: "answer-changed",
    mirror: "answer-changed",
    start: answers({ "202": { description: "", content: call } }),
    change: answers({ "200": { description: "" }, "202": { description: "", content: call } }),
    uses: [
      'const { value } = await client.calls.hangup("a");',
      "const read = (answer: t.HangupResponse) => answer.value;",
    ],
    usesBack: ['const end = async (): Promise<void> => client.calls.hangup("a");'],
  },
  {
    rule: "answer-changed",
    mirror: "answer-changed",
    start: answers({ "200": { description: "", content: { ...call } } }),
    change: answers({
      "200": { description: "", content: { "audio/mpeg": { schema: { type: "string", format: "binary" } }, ...call } },
    }),
    uses: ['const { value } = await client.calls.hangup("a");'],
    usesBack: ['const file = await (await client.calls.hangup("a")).blob();'],
  },
  {
    rule: "response-success-status-added",
    mirror: "response-success-status-removed",
    start: answers({ "200": { description: "", content: call } }),
    change: answers({ "200": { description: "", content: call }, "202": { description: "" } }),
    uses: [
      'const { value } = await client.calls.hangup("a");',
      'type Ended = t.operations["HangupCall"]["responses"][200];',
    ],
    usesBack: ['type Accepted = t.operations["HangupCall"]["responses"][202];'],
  },
  {
    rule: "response-answer-became-empty",
    mirror: "response-answer-became-content",
    start: answers({ "200": { description: "", content: call } }),
    change: answers({ "200": { description: "" } }),
    uses: [
      'const { value } = await client.calls.hangup("a");',
      "const read = (answer: t.HangupResponse) => answer.value;",
    ],
    usesBack: [
      'const end = (): Promise<void> => client.calls.hangup("a");',
      'const end = async (): Promise<void> => client.calls.hangup("a");',
    ],
  },
  {
    rule: "response-header-removed",
    mirror: "response-header-added",
    start: answers({ "200": { description: "", headers: { "X-Left": { schema: { type: "integer" } } } } }),
    change: answers({ "200": { description: "" } }),
    uses: [
      'const left = (headers: t.operations["HangupCall"]["responses"][200]["headers"]): number => headers["X-Left"] ?? 0;',
    ],
    usesBack: [
      'const { response } = await client.calls.hangup("a").withResponse();\nconsole.log(response.headers.get("X-Left"));',
      hangup,
    ],
  },
  {
    rule: "request-header-renamed",
    mirror: "request-header-renamed",
    start: parameters(trace),
    change: parameters({ ...trace, name: "x-trace" }),
    uses: ['await client.http.GET("/calls", { params: { header: { "X-Trace": text } } });'],
    usesBack: ['await client.http.GET("/calls", { params: { header: { "x-trace": text } } });'],
  },
  {
    rule: "response-header-renamed",
    mirror: "response-header-renamed",
    start: answers({ "200": { description: "", headers: { "X-Left": { schema: { type: "integer" } } } } }),
    change: answers({ "200": { description: "", headers: { "x-left": { schema: { type: "integer" } } } } }),
    uses: [
      'const left = (headers: t.operations["HangupCall"]["responses"][200]["headers"]): number => headers["X-Left"] ?? 0;',
    ],
    usesBack: [
      'const left = (headers: t.operations["HangupCall"]["responses"][200]["headers"]): number => headers["x-left"] ?? 0;',
    ],
  },
  {
    rule: "response-header-became-optional",
    mirror: "response-header-became-required",
    start: answers({
      "200": { description: "", headers: { "X-Left": { required: true, schema: { type: "integer" } } } },
    }),
    change: answers({ "200": { description: "", headers: { "X-Left": { schema: { type: "integer" } } } } }),
    uses: [
      'const left = (headers: t.operations["HangupCall"]["responses"][200]["headers"]): number => headers["X-Left"];',
    ],
    usesBack: [
      'const left = (headers: t.operations["HangupCall"]["responses"][200]["headers"]) => headers["X-Left"] ?? 0;',
    ],
  },
  {
    rule: "request-became-read-only",
    mirror: "request-became-not-read-only",
    change: (specs) => {
      Object.assign(specs.contract.components?.schemas?.["BridgeRequest"]?.properties?.["call_id"] ?? {}, {
        readOnly: true,
      });
    },
    uses: [
      'const body: t.BridgeRequest = { call_id: "" };\nbody.call_id = text;\nawait client.calls.actions.bridge("a", body);',
    ],
    usesBack: [
      'await client.calls.actions.bridge("a", { call_id: text });',
      "const body: t.BridgeRequest = { call_id: text };",
    ],
  },
  {
    rule: "response-became-read-only",
    mirror: "response-became-not-read-only",
    change: (specs) => {
      Object.assign(specs.contract.components?.schemas?.["Call"]?.properties?.["call_id"] ?? {}, { readOnly: true });
    },
    uses: [
      "const { call_id } = await client.calls.dial({ to: text });",
      "const call: { call_id?: string } = await client.calls.dial({ to: text });",
    ],
    usesBack: ["const { call_id } = await client.calls.dial({ to: text });"],
  },
  {
    rule: "webhook-became-read-only",
    mirror: "webhook-became-not-read-only",
    change: (specs) => {
      const data = schemaOf(specs, "CallEnded").properties?.["data"];
      Object.assign(data?.properties?.["payload"]?.properties?.["cause"] ?? {}, { readOnly: true });
    },
    uses: [
      'createWebhookHandler({ on: { "call.hangup": ({ data }) => console.log(data.payload.cause) } });',
      "const read = ({ cause }: t.CallHangupPayload): { cause?: string } => ({ cause });",
      "const read = (payload: t.CallHangupPayload): { cause?: string } => payload;",
    ],
    usesBack: ['createWebhookHandler({ on: { "call.hangup": ({ data }) => console.log(data.payload.cause) } });'],
  },
];
