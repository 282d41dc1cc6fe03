import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { documentCounts } from "./document-counts.ts";
import { type Editor, openEditor } from "./editor/open-editor.ts";
import { walkFields } from "./editor/walk-fields.ts";
import { installPacked } from "./packed.ts";

let project: ReturnType<typeof installPacked>;
let editor: Editor;

beforeAll(() => {
  project = installPacked();
  editor = openEditor(project.folder);
}, 120_000);
afterAll(() => project.remove());

const head = `import { ApiError, isApiError, TelnyxVoice, type DialRequest } from "@telnyx-voice/client";
import { createWebhookHandler, parseTexmlCallback, parseWebhook } from "@telnyx-voice/webhooks";
import { buildEvent } from "@telnyx-voice/webhooks/testing";
const client = new TelnyxVoice();
const event = parseWebhook("");
const { calls, conferences, recordings, texml } = client;
declare const id: string, failure: unknown;
`;

/** Where a person points, what stands before the text, and what the text says. */
const positions: readonly (readonly [program: string, title: string, text: string])[] = [
  ["client.calls‸.dial", "(property) Resources.calls: Calls", "place one"],
  ["client.calls.actions‸.speak", "Calls.actions: CallsActions", "answer, hang up, speak"],
  ["calls.dial‸", "dial(body: DialRequest, options?: RequestOptions): ApiPromise<DialResponse>", "Place a call."],
  ["calls.dial({ connection_id‸: id });", "connection_id: string", "call control application the call is placed from"],
  ["calls.dial({ timeout_secs‸: 5 });", "timeout_secs?: number", "Seconds to let it ring"],
  ["const { data‸ } = await calls.dial({} as DialRequest);", "data: CallWithRecordingId", "What the answer"],
  ["const call‸ = await calls.dial({} as DialRequest);", "const call: DialResponse", ""],
  ["calls.actions.answer‸", "answer(callControlId: string, body?: AnswerRequest", "Answer an incoming call."],
  ["calls.actions.answer(id, { client_state‸: id });", "client_state?: string", "Base64-encoded"],
  ["calls.actions.speak(id, { voice‸: id });", "voice: string", "Voice to speak with"],
  ["calls.actions.speak(id, { payload‸: id });", "payload: string", "Text or SSML to speak"],
  [
    "calls.actions.gather(id, { inter_digit_timeout_millis‸: 5 });",
    "inter_digit_timeout_millis?: number",
    "illiseconds",
  ],
  [
    "calls.actions.gatherUsingSpeak(id, { maximum_digits‸: 5 });",
    "maximum_digits?: number",
    "as soon as this many digits",
  ],
  ["calls.actions.gatherUsingAudio(id, { audio_url‸: id });", "audio_url?: string", "WAV or MP3"],
  ["calls.actions.gatherUsingAI(id, { parameters‸: {} });", "parameters: Record<string, unknown>", "JSON Schema"],
  ["calls.actions.transfer(id, { to‸: id });", "to: string", "E.164"],
  ["calls.actions.bridge(id, { queue‸: id });", "queue: string", "Bridges with the first call of this queue"],
  ["conferences.create({ name‸: id });", "name: string", "conference"],
  ["conferences.actions.join(id, { call_control_id‸: id });", "call_control_id: string", "The call that joins."],
  ["recordings.list({ filter: { conference_id‸: id } });", "conference_id?: string", "Identifies a conference"],
  [
    "for await (const { duration_millis‸ } of recordings.list()) {}",
    "duration_millis: number | undefined",
    "illiseconds",
  ],
  ['if (event.data.event_type === "call.hangup") event.data.payload‸', "payload: CallHangupPayload", "fields"],
  [
    'switch (event.data.event_type) { case "call.hangup": event.data.payload.hangup_cause‸ }',
    "hangup_cause: ",
    "Why the call ended",
  ],
  [
    'switch (event.data.event_type) { case "call.hangup": event.data.event_type‸ }',
    '"call.hangup"',
    "The call has ended.",
  ],
  ["switch (event.data.event_type‸) {}", "event_type: ", "`call.answered`: The call was answered."],
  ['createWebhookHandler({ on: { "call.answered"‸: () => 0 } });', "EventHandler<CallAnsweredEvent>", "was answered"],
  ['createWebhookHandler({ on: { "call.*"‸: () => 0 } });', '"call.*"', "begins with `call.`"],
  ['createWebhookHandler({ on: { "call.hangup": (hangup‸) => 0 } });', "hangup: CallHangupEvent", ""],
  ['createWebhookHandler({ on: { "call.dtmf.received": ({ data: { payload: { digit‸ } } }) => 0 } });', "digit", "key"],
  ["createWebhookHandler({ deadline‸: 5 });", "deadline?: number", "seconds"],
  ['buildEvent("call.answered", { payload: { from‸: id } });', "from?: string", "calling party"],
  ["texml.accounts.calls.create(id, { Url‸: id });", "Url", "URL to fetch TeXML from"],
  ["texml.accounts.calls.create(id, { StatusCallback‸: id });", "StatusCallback?: string", "URL"],
  [
    'const callback = parseTexmlCallback(id); if (callback.kind === "gather") callback.Digits‸',
    "TexmlGatherCallback.Digits?: string",
    "keys that were pressed",
  ],
  ["new TelnyxVoice({ timeout‸: 5 });", "timeout?: number", "For each attempt"],
  ["calls.actions.hangup(id, {}, { maxRetries‸: 0 });", "maxRetries?: number", "repeated"],
  ["if (isApiError(failure)) failure.code‸", "ApiError.code", "code"],
  ["if (failure instanceof ApiError) failure.requestId‸", "ApiError.requestId", ""],
];

describe("what an editor shows of a name", () => {
  it.each(positions)("%s", (program, title, text) => {
    const shown = editor.hover(head + program);
    expect(shown?.title).toContain(title);
    expect(shown?.text).toContain(text);
    expect(shown?.tags).not.toContain("description");
    expect(shown?.tags).not.toContain("enum");
  });

  it("says first what a field is about, then its format", () => {
    expect(editor.hover(`${head}calls.dial({ timeout_secs‸: 5 });`)?.text).toMatch(
      /^Seconds to let it ring[\s\S]+\nFormat: int32$/,
    );
  });
});

/** Where names are offered: the least number of them, and some of them with what is said of them. */
const offers: readonly (readonly [program: string, count: number, texts: Readonly<Record<string, string>>])[] = [
  ["client.‸", 16, { calls: "place one", recordings: "Finished recordings", webhooks: "" }],
  ["calls.actions.‸", 41, { transfer: "Transfer", hangup: "End a call." }],
  ["calls.dial({ ‸ });", 65, { to: "E.164", answering_machine_detection: "person or a machine" }],
  ["calls.actions.speak(id, { ‸ });", 10, { payload: "Text or SSML", command_id: "repeating safe" }],
  ["recordings.list({ filter: { ‸ } });", 10, { from: "calling party" }],
  ['switch (event.data.event_type) { case "‸": }', documentCounts.events, { "call.hangup": "" }],
  ['if (event.data.event_type === "call.hangup") event.data.payload.‸', 15, { hangup_source: "" }],
  [
    "createWebhookHandler({ on: { ‸ } });",
    documentCounts.events,
    { '"call.hangup"': "The call has ended", default: "" },
  ],
  ['calls.actions.startRecording(id, { format: "‸" });', 2, { mp3: "" }],
];

describe("what an editor offers", () => {
  it.each(offers)("%s", (program, count, texts) => {
    const names = editor.complete(head + program);
    expect(names.length).toBeGreaterThanOrEqual(count);
    for (const [name, text] of Object.entries(texts).filter(([name]) => name !== "webhooks")) {
      expect(names).toContain(name);
      expect(editor.completion(head + program, name)?.text).toContain(text);
    }
  });
});

/** Mistakes, and what is said of them: all of it. */
const mistakes: readonly (readonly [program: string, said: string])[] = [
  [
    "calls.dial({ conection_id: id, from: id, to: id });",
    "Object literal may only specify known properties, but 'conection_id' does not exist in type 'DialRequest'. Did you mean to write 'connection_id'?",
  ],
  [
    "calls.dial({ from: id, to: id });",
    "Argument of type '{ from: string; to: string; }' is not assignable to parameter of type 'DialRequest'.\n" +
      "  Property 'connection_id' is missing in type '{ from: string; to: string; }' but required in type 'DialRequest'.",
  ],
  [
    "const request: DialRequest = { from: id, to: id };",
    "Property 'connection_id' is missing in type '{ from: string; to: string; }' but required in type 'DialRequest'.",
  ],
  [
    "const request: DialRequest = { connection_id: 5, from: id, to: id };",
    "Type 'number' is not assignable to type 'string'.",
  ],
  [
    'if (event.data.event_type === "call.hangup") event.data.payload.hangup_case;',
    "Property 'hangup_case' does not exist on type 'CallHangupPayload'. Did you mean 'hangup_cause'?",
  ],
  [
    'createWebhookHandler({ on: { "call.hangup": ({ data }) => data.paylod } });',
    "Property 'paylod' does not exist on type 'CallHangup'. Did you mean 'payload'?",
  ],
  [
    'createWebhookHandler({ on: { "call.hangp": () => 0 } });',
    "Object literal may only specify known properties, and '\"call.hangp\"' does not exist in type 'EventHandlers'.",
  ],
];

describe("what an editor says of a mistake", () => {
  it.each(mistakes)("%s", (program, said) => {
    expect(editor.errors(head + program)).toEqual([said]);
  });
});

describe("the declarations", () => {
  const declarations = () => {
    const modules = join(project.folder, "node_modules/@telnyx-voice");
    const files = readdirSync(modules, { recursive: true, encoding: "utf8" });
    return files
      .filter((file) => /\.d\.c?ts$/.test(file))
      .map((file) => [file, readFileSync(join(modules, file), "utf8")]);
  };

  it("have no comment behind a member: it would not be that of the next one", () => {
    const late = declarations().flatMap(([file, text = ""]) => {
      return text
        .split("\n")
        .filter((line) => /[;{,]\s*\/\*\*/.test(line))
        .map((line) => `${file}: ${line}`);
    });
    expect(late).toEqual([]);
  });

  it("have a text for each field of each request, query, response, event and payload", () => {
    const { folder } = project;
    const program = editor.program('import * as all from "@telnyx-voice/types";\nexport { all };\n');
    const fields = [...walkFields(program, join(folder, "node_modules/@telnyx-voice/types/dist/index.d.cts"))];
    const untold = fields.filter(({ text }) => text === "").map(({ path }) => path);
    expect(untold).toEqual([]);
    expect(fields.length).toBeGreaterThan(2_500);
  }, 60_000);

  it("of webhooks alone read neither the requests nor the paths", () => {
    const program = editor.program('import { parseWebhook } from "@telnyx-voice/webhooks";\nparseWebhook("");\n');
    const files = program
      .getSourceFiles()
      .map(({ fileName }) => fileName)
      .filter((file) => file.includes("@telnyx-voice"));
    const lines = files.map((file) => program.getSourceFile(file)?.getLineStarts().length ?? 0);
    expect(files.some((file) => /operations|openapi|schemas|voice\/client\//.test(file))).toBe(false);
    expect(lines.reduce((sum, count) => sum + count)).toBeLessThan(6_000);
  });
});
