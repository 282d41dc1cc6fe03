import { describe, expect, it } from "vitest";
import { exampleText } from "../../../src/emit/client/example-text.ts";
import type { Body, Content, Field, Operation } from "../../../src/model.ts";
import { payloads } from "../../hostile/payloads.ts";
import { runExample } from "../../run-example.ts";
import { operationOf, smallModel } from "../../small-specs.ts";

const shape = { kind: "scalar", type: "string", limits: {} } as const;
const field = (name: string): Field => ({ name, required: true, deprecated: false, text: "", shape });
const json: Content = { mediaType: "application/json", encoding: "json", shape, files: [] };
const bodyOf = (argumentRequired: boolean, content = json): Body => {
  return { required: true, argumentRequired, contents: [content] };
};

function operation(change: Partial<Operation>): Operation {
  const { body: _, ...rest } = operationOf(smallModel(), "ListCalls");
  return { ...rest, types: {}, query: [], success: { status: "204", kind: "none" }, example: { path: {} }, ...change };
}

const answer = {
  types: { response: "AResponse" },
  success: { status: "200", kind: "json", mediaType: "application/json" },
} as const;

describe("exampleText", () => {
  const a = { path: { a: "1" } };
  const tables: readonly [string, Partial<Operation>, string][] = [
    ["no arguments, and no answer", {}, "await client.calls.list();"],
    ["an answer", answer, "const answer = await client.calls.list();"],
    [
      "a file for an answer",
      { success: { status: "200", kind: "binary", mediaType: "audio/mpeg" } },
      "const answer = await client.calls.list();",
    ],
    [
      "pages",
      { ...answer, pagination: { pages: "number", items: "data" } },
      "for await (const item of client.calls.list()) {\n  console.log(item);\n}",
    ],
    [
      "ids in the order of the path",
      { pathParameters: [field("b"), field("a")], example: { path: { a: "1", b: "2" } } },
      'await client.calls.list("2", "1");',
    ],
    [
      "a query that is needed",
      { types: { query: "AQuery" }, pathParameters: [field("a")], example: { ...a, query: { "filter[x]": true } } },
      'await client.calls.list("1", { "filter[x]": true });',
    ],
    [
      "a body that is needed, and empty",
      { body: bodyOf(true), example: { path: {}, body: {} } },
      "await client.calls.list({});",
    ],
    [
      "a body that may be left out, and is empty",
      { body: bodyOf(false), example: { path: {}, body: {} } },
      "await client.calls.list();",
    ],
    [
      "a body that may be left out, and tells something",
      { body: bodyOf(false), example: { path: {}, body: { to: "me" } } },
      'await client.calls.list({ to: "me" });',
    ],
    [
      "a query beside a body, even an empty one",
      {
        types: { query: "AQuery", request: "ARequest" },
        body: bodyOf(false),
        example: { path: {}, query: { dry: true } },
      },
      "await client.calls.list({}, { query: { dry: true } });",
    ],
    [
      "parts, of which one is a file",
      {
        body: bodyOf(true, { ...json, encoding: "multipart", files: ["media"] }),
        example: { path: {}, body: { name: "a", media: "text" } },
      },
      'await client.calls.list({ name: "a", media: { path: "file" } });',
    ],
  ];
  it.each(tables)("%s", (_, change, want) => {
    expect(exampleText(operation(change))).toBe(want);
  });

  it("breaks an input that is long into a member a line", () => {
    const body = { first: "x".repeat(40), second: ["y".repeat(40), "z".repeat(40)] };
    const text = exampleText(operation({ body: bodyOf(true), example: { path: {}, body } }));
    expect(text.split("\n").map((line) => line.replace(/(x|y|z)+"/, '…"'))).toEqual([
      "await client.calls.list({",
      '  first: "…",',
      "  second: [",
      '    "…",',
      '    "…",',
      "  ],",
      "});",
    ]);
  });
});

describe("exampleText: values of any kind, from anybody", () => {
  const inPath = (value: unknown) => operation({ pathParameters: [field("a")], example: { path: { a: value } } });
  const inBody = (value: unknown) => operation({ body: bodyOf(true), example: { path: {}, body: value } });

  it.each<[unknown, string]>([
    [12, "12"],
    [null, "null"],
    [true, "true"],
    [["a", 1], '["a",1]'],
    [{ a: "b" }, '{"a":"b"}'],
    [{ toString: "none", valueOf: 1 }, '{"toString":"none","valueOf":1}'],
  ])("shows the id %j as a text", async (value, want) => {
    expect(await runExample(exampleText(inPath(value)))).toEqual([["calls.list", want]]);
  });

  it.each([["text"], [12], [false], [["a", { b: null }]], [{ a: { b: [] }, "": 1 }]])(
    "shows the body %j as it is",
    async (value) => {
      expect(await runExample(exampleText(inBody(value)))).toEqual([["calls.list", value]]);
    },
  );

  it("says in code what the values are, and nothing that means something to a comment", async () => {
    for (const text of payloads) {
      const value = { [text]: [text, { deep: text }] };
      const code = exampleText(
        operation({ body: bodyOf(true), pathParameters: [field("a")], example: { path: { a: text }, body: value } }),
      );
      expect(code).not.toMatch(/\*\/|(?<!\w)@|[\r\u2028\u2029]/);
      expect(await runExample(code)).toEqual([["calls.list", text, value]]);
    }
    expect(Object.hasOwn(globalThis, "__canary")).toBe(false);
  });
});
