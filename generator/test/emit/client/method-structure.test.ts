import { StructureKind } from "ts-morph";
import { describe, expect, it } from "vitest";
import { isList, methodStructure, methodTypes } from "../../../src/emit/client/method-structure.ts";
import type { Body, Content, Field, Operation } from "../../../src/model.ts";
import { operationOf, smallModel, textOf } from "../../small-specs.ts";

/** The method as it is printed in an interface, without the space before each line. */
function printed(operation: Operation, name = "run"): string {
  const methods = [methodStructure(name, operation)];
  const statements = [{ kind: StructureKind.Interface, name: "A", methods } as const];
  const text = textOf([{ kind: "source", path: "a.ts", structure: { kind: StructureKind.SourceFile, statements } }]);
  return text.replace(/^interface A \{\n|\}\n$/g, "").replace(/^ {2}/gm, "");
}

/** The small model's first operation without input and answer, but for the change. */
function bare(change: Partial<Operation>): Operation {
  const { body: _, ...rest } = operationOf(smallModel(), "ListCalls");
  return { ...rest, types: {}, query: [], success: { status: "204", kind: "none" }, ...change };
}

/** The line with the parameters and the result. */
function signature(change: Partial<Operation>, name?: string): string {
  return printed(bare(change), name).split(" */\n")[1]?.trimEnd() ?? "";
}

const shape = { kind: "scalar", type: "string", limits: {} } as const;
const field = (name: string, required = true): Field => ({ name, required, deprecated: false, text: "", shape });
const json: Content = { mediaType: "application/json", encoding: "json", shape, files: [] };
const multipart = (...files: readonly string[]): Content => {
  return { mediaType: "multipart/form-data", encoding: "multipart", shape, files };
};
const body = (argumentRequired: boolean, ...contents: readonly Content[]): Body => {
  return { required: true, argumentRequired, contents: contents.length > 0 ? contents : [json] };
};
const answer = {
  types: { response: "AResponse" },
  success: { status: "200", kind: "json", mediaType: "application/json" },
} as const;

describe("methodStructure: signature", () => {
  const tables: readonly [string, Partial<Operation>, string][] = [
    ["no arguments", {}, "run(options?: RequestOptions): ApiPromise<void>;"],
    [
      "path ids, in camel case and in order",
      { pathParameters: [field("call_control_id"), field("id")] },
      "run(callControlId: string, id: string, options?: RequestOptions): ApiPromise<void>;",
    ],
    [
      "a body that is needed",
      { types: { request: "ARequest" }, body: body(true) },
      "run(body: ARequest, options?: RequestOptions): ApiPromise<void>;",
    ],
    [
      "a body that may be left out",
      { types: { request: "ARequest" }, body: body(false) },
      "run(body?: ARequest, options?: RequestOptions): ApiPromise<void>;",
    ],
    [
      "a query that is needed",
      { types: { query: "AQuery" }, query: [field("a", false), field("b")] },
      "run(query: AQuery, options?: RequestOptions): ApiPromise<void>;",
    ],
    [
      "a query that may be left out",
      { types: { query: "AQuery" }, query: [field("a", false)] },
      "run(query?: AQuery, options?: RequestOptions): ApiPromise<void>;",
    ],
    [
      "a query beside a body, which is one of the options",
      { types: { request: "ARequest", query: "AQuery" }, body: body(true), query: [field("a", false)] },
      "run(body: ARequest, options?: RequestOptions & { readonly query?: AQuery | undefined }): ApiPromise<void>;",
    ],
    [
      "path ids called body, query, options and a reserved word",
      {
        pathParameters: ["body", "query", "options", "default"].map((name) => field(name)),
        types: { query: "AQuery" },
        query: [field("a", false)],
      },
      "run(body2: string, query2: string, options2: string, default_: string, query?: AQuery, options?: RequestOptions): ApiPromise<void>;",
    ],
    [
      "path ids that are equal in camel case",
      { pathParameters: [field("call_id"), field("callId"), field("call-id")] },
      "run(callId: string, callId2: string, callId3: string, options?: RequestOptions): ApiPromise<void>;",
    ],
    ["a JSON answer", answer, "run(options?: RequestOptions): ApiPromise<AResponse>;"],
    [
      "a file for an answer",
      { success: { status: "200", kind: "binary", mediaType: "audio/mpeg" } },
      "run(options?: RequestOptions): ApiPromise<Response>;",
    ],
    [
      "a list with pages",
      { ...answer, pagination: { pages: "uri", items: "calls" } },
      'run(options?: RequestOptions): ListPromise<AResponse, "calls">;',
    ],
    [
      "a list whose field is hostile",
      { ...answer, pagination: { pages: "number", items: '"]>; x\n*/' } },
      'run(options?: RequestOptions): ListPromise<AResponse, "\\"]>; x\\n*/">;',
    ],
  ];
  it.each(tables)("%s", (_, change, want) => {
    expect(signature(change)).toBe(want);
  });

  it("is a method where the name is one that an interface knows", () => {
    expect(signature({}, "new")).toBe('"new"(options?: RequestOptions): ApiPromise<void>;');
    expect(signature({}, "delete")).toBe("delete(options?: RequestOptions): ApiPromise<void>;");
  });
});

describe("methodStructure: files", () => {
  const typed = (content: Content, type: string): Content => ({ ...content, type });
  const tables: readonly [string, readonly Content[], string][] = [
    ["parts alone, with a file", [multipart("media")], 'WithFiles<ARequest, "media">'],
    ["parts alone, with two files", [multipart("a", "b")], 'WithFiles<ARequest, "a" | "b">'],
    ["parts alone, without a file", [multipart()], "ARequest"],
    [
      "JSON, and parts with a file",
      [typed(json, "Media"), typed(multipart("media"), "Upload")],
      'ARequest | WithFiles<Upload, "media">',
    ],
    ["JSON, and parts of no component", [json, multipart("media")], 'ARequest | WithFiles<object, "media">'],
    ["JSON, and parts that say the same", [json, typed(multipart(), "Upload")], "ARequest"],
    ["a file whose name is hostile", [multipart('">; x')], 'WithFiles<ARequest, "\\">; x">'],
  ];
  it.each(tables)("%s", (_, contents, want) => {
    const change = { types: { request: "ARequest" }, body: body(true, ...contents) };
    expect(signature(change)).toBe(`run(body: ${want}, options?: RequestOptions): ApiPromise<void>;`);
  });

  it("imports the component of the parts where it is named, and no other", () => {
    const upload = typed(multipart("media"), "Upload");
    const typesOf = (...contents: readonly Content[]) =>
      methodTypes(bare({ types: { request: "ARequest" }, body: body(true, ...contents) }));
    expect(typesOf(json, upload)).toEqual(["ARequest", "Upload"]);
    expect(typesOf(upload)).toEqual(["ARequest"]);
    expect(typesOf(json, multipart("media"), typed(multipart(), "Same"))).toEqual(["ARequest"]);
  });
});

describe("methodStructure: docstring", () => {
  it("lets a body field bear the name of a path id, and marks what is deprecated", () => {
    expect(printed(operationOf(smallModel(), "BridgeCall"))).toBe(`/**
 * Join two calls.
 *
 * \`POST /calls/{call_id}/actions/bridge\`
 *
 * @deprecated
 *
 * @example
 * \`\`\`ts
 * const answer = await client.calls.actions.bridge("text", { call_id: "text" });
 * \`\`\`
 */
run(callId: string, body: BridgeRequest, options?: RequestOptions): ApiPromise<BridgeResponse>;
`);
  });

  it("has summary, description, HTTP line and an example", () => {
    expect(printed(operationOf(smallModel(), "DialCall")).split("run(")[0]).toBe(`/**
 * Dial a number.
 *
 * Answers at once; what follows arrives as events.
 *
 * \`POST /calls\`
 *
 * @example
 * \`\`\`ts
 * const answer = await client.calls.dial({ to: "text" });
 * \`\`\`
 */
`);
  });

  it("has the HTTP line and the example alone where there is no text", () => {
    const operation = { ...operationOf(smallModel(), "ListCalls"), text: { summary: "" } };
    expect(printed(operation).split(" *\n")).toHaveLength(2);
    expect(printed(operation)).toMatch(/^\/\*\*\n \* `GET \/calls`\n \*\n \* @example\n/);
  });

  it("keeps hostile text inside the comment, and its tags from counting", () => {
    const text = { summary: "*/ evil() /*", description: "@deprecated\n@internal" };
    const operation = { ...operationOf(smallModel(), "ListCalls"), text, path: "/a*/`b" };
    expect(printed(operation).split(" * @example")[0]).toBe(`/**
 * *\u200b/ evil() /*.
 *
 * \\@deprecated
 * \\@internal
 *
 * \`GET /a*\u200b/'b\`
 *
`);
  });
});

describe("methodTypes", () => {
  it("gives the types that the signature names", () => {
    const model = smallModel();
    expect(methodTypes(operationOf(model, "CreateTexmlCall"))).toEqual([
      "CreateTexmlCallRequest",
      "CreateTexmlCallQuery",
      "CreateTexmlCallResponse",
    ]);
    expect(methodTypes(operationOf(model, "HangupCall"))).toEqual([]);
  });
});

describe("isList", () => {
  const pagination = { pages: "number", items: "data" } as const;
  it.each<[string, Partial<Operation>, boolean]>([
    ["an answer with pages", { ...answer, pagination }, true],
    ["an answer without", answer, false],
    ["no answer", { pagination }, false],
  ])("%s", (_, change, want) => {
    expect(isList(bare(change))).toBe(want);
  });
});
