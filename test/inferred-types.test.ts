import { mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { projectSettings } from "./editor/open-editor.ts";
import { installPacked } from "./packed.ts";

let project: ReturnType<typeof installPacked>;

beforeAll(() => {
  project = installPacked();
  hideDependencies(project.folder);
  writeFileSync(join(project.folder, "package.json"), '{ "private": true, "type": "module" }');
}, 120_000);
afterAll(() => project.remove());

/** Lays the modules out as pnpm does: a project finds what it asked for, and not what that depends on. */
function hideDependencies(folder: string): void {
  const [modules, store] = [join(folder, "node_modules"), join(folder, "node_modules/.pnpm/voice/node_modules")];
  mkdirSync(store, { recursive: true });
  for (const name of ["@telnyx-voice", "openapi-fetch", "openapi-typescript-helpers"]) {
    renameSync(join(modules, name), join(store, name));
  }
  mkdirSync(join(modules, "@telnyx-voice"));
  for (const name of ["client", "webhooks"]) {
    symlinkSync(join(store, "@telnyx-voice", name), join(modules, "@telnyx-voice", name));
  }
}

/** Compiles a program of the project, with its declarations; gives what the compiler says, and the declarations. */
function compile(name: string, text: string): { readonly errors: readonly string[]; readonly declarations: string } {
  const file = join(project.folder, `${name}.ts`);
  writeFileSync(file, text);
  const program = ts.createProgram([file], {
    ...projectSettings,
    exactOptionalPropertyTypes: true,
    declaration: true,
    emitDeclarationOnly: true,
    skipLibCheck: true,
  });
  const { diagnostics } = program.emit();
  const found = [...ts.getPreEmitDiagnostics(program), ...diagnostics];
  return {
    errors: found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")),
    declarations: found.length > 0 ? "" : readFileSync(join(project.folder, `${name}.d.ts`), "utf8"),
  };
}

const ofClient = `import { isApiError, TelnyxVoice } from "@telnyx-voice/client";
const client = new TelnyxVoice({ apiKey: "KEY" });
export const http = client.http;
export const look = (id: string) => client.http.GET("/calls/{call_control_id}", { params: { path: { call_control_id: id } } });
export const queues = () => client.http.GET("/queues");
export const dial = () => client.calls.dial({ connection_id: "1", from: "+13125550100", to: "+13125550199" });
export const dialled = async () => (await dial()).data;
export const list = () => client.recordings.list();
export const first = () => client.recordings.list().first();
export const recordings = client.recordings;
export const file = (address: string) => client.recordings.download(address);
export const withResponse = () => dial().withResponse();
export const actions = client.calls.actions;
export const speak = client.calls.actions.speak;
export const codes = (error: unknown) => (isApiError(error) ? error.errors : []);
export const upload = client.media.upload;
`;

const ofWebhooks = `import { createWebhookHandler, parseWebhook, isEvent, parseTexmlCallback, parseCallEvent, toNodeHandler } from "@telnyx-voice/webhooks";
import { buildEvent } from "@telnyx-voice/webhooks/testing";
export const event = parseWebhook("");
export const hangup = () => { if (isEvent(event, "call.hangup")) return event.data.payload; return undefined; };
export const whole = () => { if (event.data.event_type === "call.cost") return event; return undefined; };
export const built = buildEvent("call.answered");
export const stats = () => hangup()?.call_quality_stats;
export const form = parseTexmlCallback("");
export const handle = createWebhookHandler({ on: { "call.hangup": ({ data }) => data.payload.hangup_cause } });
export const node = toNodeHandler(handle);
`;

const undefinedEverywhere = `import { TelnyxVoice } from "@telnyx-voice/client";
import { createWebhookHandler, createMemoryStore } from "@telnyx-voice/webhooks";
import { buildEvent, signWebhook } from "@telnyx-voice/webhooks/testing";
declare const text: string | undefined, count: number | undefined, flag: boolean;
const client = new TelnyxVoice({ apiKey: text, timeout: count });
client.calls.dial({ connection_id: "1", from: "+1", to: "+1", client_state: text, timeout_secs: count, answering_machine_detection_config: { after_greeting_silence_millis: count } });
client.recordings.list({ page: { size: flag ? 10 : undefined }, filter: flag ? { from: text } : undefined }, { timeout: count, headers: flag ? {} : undefined });
client.calls.actions.bridge("1", { queue: "a", play_ringtone: flag || undefined });
client.texml.accounts.calls.create("1", { ApplicationSid: "", From: "", To: "", Url: "", StatusCallback: text });
client.http.GET("/recordings", { params: { query: flag ? { page: { size: count } } : undefined } });
createWebhookHandler({ on: { "call.initiated": flag ? () => 0 : undefined, "call.*": flag ? () => 0 : undefined, default: flag ? () => 0 : undefined }, texml: { gather: flag ? () => "" : undefined, default: flag ? () => 0 : undefined }, store: flag ? createMemoryStore({ maxEvents: count, now: flag ? Date.now : undefined }) : undefined });
buildEvent("call.answered", { id: text, occurred_at: text, payload: { from: text }, meta: { attempt: count } });
buildEvent("call.answered", { payload: flag ? { from: text } : undefined, meta: undefined });
client.withOptions({ middleware: flag ? [{ onRequest: flag ? () => undefined : undefined }] : undefined });
client.media.upload({ media: new Blob([]), media_name: text, ttl_secs: count });
client.request("GET", "/x", { query: flag ? {} : undefined, body: undefined, extraBody: flag ? {} : undefined });
`;

describe("what is inferred of a package that alone is a dependency", () => {
  it("has a name that declarations can write, of the client", () => {
    const { errors, declarations } = compile("of-client", ofClient);
    expect(errors).toEqual([]);
    expect(declarations).toContain('http: import("@telnyx-voice/client").HttpClient;');
    expect(declarations).toContain('ApiPromise<import("@telnyx-voice/client").DialResponse>');
    expect(declarations).toContain('actions: import("@telnyx-voice/client").CallsActions;');
  });

  it("has a name that declarations can write, of the webhooks", () => {
    const { errors, declarations } = compile("of-webhooks", ofWebhooks);
    expect(errors).toEqual([]);
    expect(declarations).toContain('hangup: () => import("@telnyx-voice/webhooks").CallHangupPayload | undefined;');
  });
});

describe("with exactOptionalPropertyTypes", () => {
  it("what may be left out may be undefined: in requests, queries, options, handlers and events for tests", () => {
    expect(compile("undefined-everywhere", undefinedEverywhere).errors).toEqual([]);
  });

  it("what must be there may not", () => {
    const text = undefinedEverywhere.replace('connection_id: "1"', "connection_id: text");
    expect(compile("undefined-where-not", text).errors.join("\n")).toContain(
      "'undefined' is not assignable to type 'string'",
    );
  });
});
