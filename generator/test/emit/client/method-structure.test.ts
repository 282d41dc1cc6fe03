import { StructureKind } from "ts-morph";
import { describe, expect, it } from "vitest";
import { methodStructure, methodTypes } from "../../../src/emit/client/method-structure.ts";
import type { Body, Field, Operation } from "../../../src/model.ts";
import { operationOf, smallModel, textOf } from "../../small-specs.ts";

/** The method as it is printed in a class, without the space before each line. */
function printed(operation: Operation): string {
  const methods = [methodStructure("run", operation)];
  const statements = [{ kind: StructureKind.Class, name: "A", methods } as const];
  const text = textOf([{ kind: "source", path: "a.ts", structure: { kind: StructureKind.SourceFile, statements } }]);
  return text.replace(/^class A \{\n|\}\n$/g, "").replace(/^ {2}/gm, "");
}

/** The line with the parameters and the result, and the one that sends. */
function lines(change: Partial<Operation>): { signature: string; sent: string } {
  const { body: _, ...bare } = operationOf(smallModel(), "ListCalls");
  const all = printed({ ...bare, types: {}, query: [], success: { status: "204", kind: "none" }, ...change }).split(
    "\n",
  );
  const start = all.indexOf(" */") + 1;
  return { signature: all[start]?.replace(/ \{$/, "") ?? "", sent: all[start + 1]?.trim() ?? "" };
}

const shape = { kind: "scalar", type: "string", limits: {} } as const;
const field = (name: string, required = true): Field => ({ name, required, deprecated: false, text: "", shape });
const body = (argumentRequired: boolean): Body => {
  return { required: true, argumentRequired, contents: [{ mediaType: "application/json", encoding: "json", shape }] };
};

describe("methodStructure: signature", () => {
  const tables: readonly [string, Partial<Operation>, string, string][] = [
    [
      "no arguments",
      {},
      "run(options?: RequestOptions): Promise<void>",
      "return this.#send(operations.ListCalls, [], undefined, options);",
    ],
    [
      "path ids, in camel case and in order",
      { pathParameters: [field("call_control_id"), field("id")] },
      "run(callControlId: string, id: string, options?: RequestOptions): Promise<void>",
      "return this.#send(operations.ListCalls, [callControlId, id], undefined, options);",
    ],
    [
      "a body that is needed",
      { types: { request: "ARequest" }, body: body(true) },
      "run(body: ARequest, options?: RequestOptions): Promise<void>",
      "return this.#send(operations.ListCalls, [], body, options);",
    ],
    [
      "a body that may be left out",
      { types: { request: "ARequest" }, body: body(false) },
      "run(body?: ARequest, options?: RequestOptions): Promise<void>",
      "return this.#send(operations.ListCalls, [], body, options);",
    ],
    [
      "a query that is needed",
      { types: { query: "AQuery" }, query: [field("a", false), field("b")] },
      "run(query: AQuery, options?: RequestOptions): Promise<void>",
      "return this.#send(operations.ListCalls, [], query, options);",
    ],
    [
      "a query that may be left out",
      { types: { query: "AQuery" }, query: [field("a", false)] },
      "run(query?: AQuery, options?: RequestOptions): Promise<void>",
      "return this.#send(operations.ListCalls, [], query, options);",
    ],
    [
      "a query beside a body, which is one of the options",
      { types: { request: "ARequest", query: "AQuery" }, body: body(true), query: [field("a", false)] },
      "run(body: ARequest, options?: RequestOptions & { readonly query?: AQuery }): Promise<void>",
      "return this.#send(operations.ListCalls, [], body, options);",
    ],
    [
      "path ids called body, query, options and a reserved word",
      {
        pathParameters: ["body", "query", "options", "default"].map((name) => field(name)),
        types: { query: "AQuery" },
        query: [field("a", false)],
      },
      "run(body2: string, query2: string, options2: string, default_: string, query?: AQuery, options?: RequestOptions): Promise<void>",
      "return this.#send(operations.ListCalls, [body2, query2, options2, default_], query, options);",
    ],
    [
      "path ids that are equal in camel case",
      { pathParameters: [field("call_id"), field("callId"), field("call-id")] },
      "run(callId: string, callId2: string, callId3: string, options?: RequestOptions): Promise<void>",
      "return this.#send(operations.ListCalls, [callId, callId2, callId3], undefined, options);",
    ],
    [
      "a JSON answer",
      { types: { response: "AResponse" }, success: { status: "200", kind: "json", mediaType: "application/json" } },
      "run(options?: RequestOptions): Promise<AResponse>",
      "return this.#send(operations.ListCalls, [], undefined, options);",
    ],
    [
      "a file for an answer, and an id that is no identifier",
      { id: 'a"b', success: { status: "200", kind: "binary", mediaType: "audio/mpeg" } },
      "run(options?: RequestOptions): Promise<Response>",
      'return this.#send(operations["a\\"b"], [], undefined, options);',
    ],
  ];
  it.each(tables)("%s", (_, change, signature, sent) => {
    expect(lines(change)).toEqual({ signature, sent });
  });

  it("lets a body field bear the name of a path id", () => {
    expect(printed(operationOf(smallModel(), "BridgeCall"))).toBe(`/**
 * Join two calls.
 *
 * \`POST /calls/{call_id}/actions/bridge\`
 *
 * @deprecated
 */
run(callId: string, body: BridgeRequest, options?: RequestOptions): Promise<BridgeResponse> {
  return this.#send(operations.BridgeCall, [callId], body, options);
}
`);
  });
});

describe("methodStructure: docstring", () => {
  it("has summary, description and HTTP line", () => {
    expect(printed(operationOf(smallModel(), "DialCall")).split("run(")[0]).toBe(`/**
 * Dial a number.
 *
 * Answers at once; what follows arrives as events.
 *
 * \`POST /calls\`
 */
`);
  });

  it("has the HTTP line alone where there is no text", () => {
    const operation = { ...operationOf(smallModel(), "ListCalls"), text: { summary: "" } };
    expect(printed(operation).split("run(")[0]).toBe("/** `GET /calls` */\n");
  });

  it("keeps hostile text inside the comment, and its tags from counting", () => {
    const text = { summary: "*/ evil() /*", description: "@deprecated\n@internal" };
    const operation = { ...operationOf(smallModel(), "ListCalls"), text, path: "/a*/`b" };
    expect(printed(operation).split("run(")[0]).toBe(`/**
 * *\u200b/ evil() /*.
 *
 * \\@deprecated
 * \\@internal
 *
 * \`GET /a*\u200b/'b\`
 */
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

describe("methodStructure: what was wrong once", () => {
  it("does not let a path id hide the operations", () => {
    expect(lines({ pathParameters: [field("operations")] }).sent).toBe(
      "return this.#send(operations.ListCalls, [operations2], undefined, options);",
    );
  });
});
