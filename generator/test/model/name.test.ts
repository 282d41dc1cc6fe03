import { describe, expect, it } from "vitest";
import {
  camelCase,
  fileName,
  isIdentifier,
  isMethodName,
  isTypeName,
  pascalCase,
  proposeEventName,
  proposeOperationName,
  schemaTypeName,
  snakeCase,
  words,
} from "../../src/model/name.ts";

describe("names in each style", () => {
  it.each([
    { given: "call_control_id", word: ["call", "control", "id"], pascal: "CallControlId", camel: "callControlId" },
    {
      given: "call-recordings_Error",
      word: ["call", "recordings", "Error"],
      pascal: "CallRecordingsError",
      camel: "callRecordingsError",
    },
    {
      given: "call.ai_gather.ended",
      word: ["call", "ai", "gather", "ended"],
      pascal: "CallAIGatherEnded",
      camel: "callAIGatherEnded",
    },
    { given: "callLeftQueue", word: ["call", "Left", "Queue"], pascal: "CallLeftQueue", camel: "callLeftQueue" },
    { given: "SIPTrunk", word: ["SIP", "Trunk"], pascal: "SipTrunk", camel: "sipTrunk" },
    { given: "HTTPServer2Go", word: ["HTTP", "Server2", "Go"], pascal: "HttpServer2Go", camel: "httpServer2Go" },
    { given: "AIAssistant", word: ["AI", "Assistant"], pascal: "AIAssistant", camel: "aiAssistant" },
    { given: "ai", word: ["ai"], pascal: "AI", camel: "ai" },
    { given: "ID", word: ["ID"], pascal: "ID", camel: "id" },
    { given: "ABC", word: ["ABC"], pascal: "Abc", camel: "abc" },
    { given: "X", word: ["X"], pascal: "X", camel: "x" },
    { given: "v2", word: ["v2"], pascal: "V2", camel: "v2" },
    { given: "2FA", word: ["2", "FA"], pascal: "N2FA", camel: "n2FA" },
    { given: "404", word: ["404"], pascal: "N404", camel: "n404" },
    { given: "Café au lait", word: ["Cafe", "au", "lait"], pascal: "CafeAuLait", camel: "cafeAuLait" },
    { given: "ﬁle", word: ["file"], pascal: "File", camel: "file" },
    { given: "a/b\\c", word: ["a", "b", "c"], pascal: "ABC", camel: "abc" },
    { given: "*/ alert(1) //", word: ["alert", "1"], pascal: "Alert1", camel: "alert1" },
    { given: "`$x`;\n", word: ["x"], pascal: "X", camel: "x" },
    { given: "__proto__", word: ["proto"], pascal: "Proto", camel: "proto" },
    { given: "电话", word: [], pascal: "N", camel: "n" },
    { given: "+-", word: [], pascal: "N", camel: "n" },
    { given: "", word: [], pascal: "N", camel: "n" },
  ])("of $given", ({ given, word, pascal, camel }) => {
    expect(words(given)).toEqual(word);
    expect(pascalCase(given)).toBe(pascal);
    expect(camelCase(given)).toBe(camel);
    expect(schemaTypeName(given)).toBe(pascal);
  });

  it("of a word with an accent inside is one word", () => {
    expect(words("naïve")).toEqual(["naive"]);
  });

  it.each(["delete", "new", "class", "default", "arguments", "eval", "constructor", "await", "prototype", "public"])(
    "of the reserved word %s get an underscore as an identifier",
    (given) => {
      expect(camelCase(given)).toBe(`${given}_`);
      expect(isIdentifier(given)).toBe(false);
      expect(isIdentifier(camelCase(given))).toBe(true);
    },
  );

  it("are plain identifiers whatever comes in", () => {
    const hostile = [
      "\u0000",
      "\u202e",
      "a\u2028b",
      "😀",
      "`",
      "'",
      "*/",
      "0",
      "-1",
      "e\u0301",
      "İ",
      "Ω",
      "if",
      "$",
      "_",
    ];
    for (const text of [...hostile, ...hostile.map((part) => `x${part}y`), ...hostile.map((part) => `${part}9`)]) {
      expect(isIdentifier(camelCase(text))).toBe(true);
      expect(isTypeName(pascalCase(text))).toBe(true);
      expect(fileName(text)).toMatch(/^[a-z0-9-]+$/);
    }
  });

  it("of 20,000 capitals are made in an instant", () => {
    const start = performance.now();
    words("A".repeat(20_000));
    expect(performance.now() - start).toBeLessThan(50);
  });
});

describe("isIdentifier", () => {
  it.each([
    ["callControlId", true],
    ["_private", true],
    ["$ref", true],
    ["Delete", true],
    ["", false],
    ["2fa", false],
    ["a-b", false],
    ["a b", false],
    ["a.b", false],
    ["é", false],
    ["a\n", false],
    ["delete", false],
    ["__proto__", false],
  ])("of %j is %s", (given, want) => {
    expect(isIdentifier(given)).toBe(want);
  });
});

describe("isMethodName", () => {
  it.each([
    ["calls.answer", true],
    ["calls.actions.answer", true],
    ["calls.delete", true],
    ["texml.aiCalls.create2", true],
    ["answer", false],
    ["", false],
    [".", false],
    ["calls.", false],
    [".answer", false],
    ["calls..answer", false],
    ["Calls.answer", false],
    ["calls.Answer", false],
    ["calls.2fa", false],
    ["calls.start_record", false],
    ["calls.a-b", false],
    ["calls.a b", false],
    ["calls.a\n", false],
    ["calls.a();b", false],
    ["calls.constructor", false],
    ["constructor.calls", false],
    ["__proto__.calls", false],
  ])("of %j is %s", (given, want) => {
    expect(isMethodName(given)).toBe(want);
  });
});

describe("isTypeName", () => {
  it.each([
    ["Answer", true],
    ["AIAssistant2", true],
    ["A", true],
    ["", false],
    ["answer", false],
    ["2FA", false],
    ["Call_Answer", false],
    ["Call.Answer", false],
    ["Éa", false],
    ["A\n", false],
    ["A<B>", false],
  ])("of %j is %s", (given, want) => {
    expect(isTypeName(given)).toBe(want);
  });
});

describe("fileName", () => {
  it.each([
    ["Calls and applications", "calls-and-applications"],
    ["aiAssistants", "ai-assistants"],
    ["telnyx-voice-gather", "telnyx-voice-gather"],
    ["../../x", "x"],
    ["..\\..\\x", "x"],
    ["/etc/passwd", "etc-passwd"],
    ["C:\\x", "c-x"],
    [".", "n-"],
    ["..", "n-"],
    ["", "n-"],
    ["电话", "n-"],
    ["a\u0000b", "a-b"],
    ["CON", "n-con"],
    ["nul", "n-nul"],
    ["Prn", "n-prn"],
    ["aux ", "n-aux"],
    ["com1", "n-com1"],
    ["COM¹", "n-com1"],
    ["LPT9", "n-lpt9"],
    ["con.txt", "con-txt"],
    ["console", "console"],
    ["com10", "com10"],
  ])("of %j is %s", (given, want) => {
    expect(fileName(given)).toBe(want);
  });

  it("has at most 80 characters", () => {
    expect(fileName("a".repeat(5_000))).toBe("a".repeat(80));
    expect(fileName("ab ".repeat(5_000))).toHaveLength(80);
  });
});

describe("proposeOperationName", () => {
  it.each([
    { method: "get", path: "/calls", want: { method: "calls.list", type: "OpId" } },
    { method: "get", path: "/calls/{id}", want: { method: "calls.retrieve", type: "OpId" } },
    { method: "post", path: "/calls", want: { method: "calls.create", type: "OpId" } },
    { method: "put", path: "/queues/{name}", want: { method: "queues.update", type: "OpId" } },
    { method: "patch", path: "/queues/{name}", want: { method: "queues.update", type: "OpId" } },
    { method: "head", path: "/media/{name}", want: { method: "media.head", type: "OpId" } },
    { method: "get", path: "/queues/{name}/calls/{id}", want: { method: "queues.calls.retrieve", type: "OpId" } },
    { method: "post", path: "/texml/ai_calls/{id}", want: { method: "texml.aiCalls.create", type: "OpId" } },
    {
      method: "get",
      path: "/texml/Accounts/{sid}/Calls.json",
      want: { method: "texml.accounts.calls.list", type: "OpId" },
    },
    { method: "post", path: "/calls/{id}/actions/answer", want: { method: "calls.actions.answer", type: "Answer" } },
    {
      method: "post",
      path: "/calls/{id}/actions/record_start",
      want: { method: "calls.actions.startRecord", type: "StartRecord" },
    },
    {
      method: "post",
      path: "/calls/{id}/actions/ai_assistant_join",
      want: { method: "calls.actions.joinAIAssistant", type: "JoinAIAssistant" },
    },
    {
      method: "post",
      path: "/calls/{id}/actions/conversation_relay_stop",
      want: { method: "calls.actions.stopConversationRelay", type: "StopConversationRelay" },
    },
    {
      method: "post",
      path: "/conferences/{id}/actions/join",
      want: { method: "conferences.actions.join", type: "OpId" },
    },
    { method: "get", path: "/{id}", want: { method: "api.retrieve", type: "OpId" } },
    { method: "get", path: "/", want: { method: "api.list", type: "OpId" } },
  ])("of $method $path is $want.method", ({ method, path, want }) => {
    expect(proposeOperationName(method, path, "op_id")).toEqual(want);
    expect(isMethodName(want.method)).toBe(true);
  });

  it.each([
    { method: "delete", path: "/calls/{id}", want: "calls.delete" },
    { method: "post", path: "/import", want: "import.create" },
    { method: "post", path: "/calls/{id}/actions/switch", want: "calls.actions.switch" },
    { method: "post", path: "/items/{id}/actions/new", want: "items.actions.new" },
  ])("of $method $path may be a reserved word, as members may", ({ method, path, want }) => {
    expect(proposeOperationName(method, path, "op_id").method).toBe(want);
  });
});

describe("proposeEventName", () => {
  it("names types after the event's name on the wire", () => {
    expect(proposeEventName("call.ai_gather.ended")).toEqual({
      event: "call.ai_gather.ended",
      type: "CallAIGatherEnded",
    });
  });

  it.each([
    { method: "get", path: "/", want: "api.list" },
    { method: "get", path: "/http", want: "api.http.list" },
    { method: "get", path: "/request/{id}", want: "api.request.retrieve" },
    { method: "post", path: "/with_options", want: "api.withOptions.create" },
    { method: "get", path: "/calls/http", want: "calls.http.list" },
  ])("of $method $path leaves what the client has itself alone", ({ method, path, want }) => {
    expect(proposeOperationName(method, path, "op_id").method).toBe(want);
  });
});

describe("snakeCase", () => {
  it.each([
    ["startAIAssistant", "start_ai_assistant"],
    ["ApplicationSid", "application_sid"],
    ["page[number]", "page_number"],
    ["outbound.outbound_voice_profile_id", "outbound_outbound_voice_profile_id"],
    ["delete", "delete"],
    ["2FA", "n2_fa"],
    ["#{x}", "x"],
    ["", "n"],
  ])("%j", (given, want) => {
    expect(snakeCase(given)).toBe(want);
  });
});
