import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { methodNames } from "../../src/lint/method-names.ts";
import { clientMembers } from "../../src/model/name.ts";
import { smallModel } from "../small-specs.ts";

/** What the rule says where the operations of the small model have these methods, in order. */
function found(...methods: readonly string[]): string[] {
  const model = smallModel();
  const operations = model.operations.flatMap((operation, index) => {
    const method = methods[index];
    return method === undefined ? [] : [{ ...operation, accessor: method.split(".") }];
  });
  return [...methodNames({ ...model, operations })].map(({ code, message }) => `${code}: ${message}`);
}

describe("methodNames", () => {
  it("is content with the small model", () => {
    expect([...methodNames(smallModel())]).toEqual([]);
  });

  it("is content with one verb in two resources, and with a resource that starts like a method", () => {
    expect(found("calls.list", "recordings.list", "calls.listActive.now")).toEqual([]);
  });

  it.each([
    "list",
    "calls.",
    "calls.list-all",
    "calls.List",
    "calls.1st",
    "calls.constructor",
    "calls..list",
    "calls.a b",
  ])("reports %s, which is no method name", (method) => {
    expect(found(method)).toEqual([`method-name-invalid: ListCalls cannot be called ${method}.`]);
  });

  it("reports two operations of one name", () => {
    expect(found("calls.list", "calls.list")).toEqual([
      "method-name-duplicate: DialCall and ListCalls are both called calls.list.",
    ]);
  });

  it("reports a method that is a resource as well, whichever comes first", () => {
    const message = (id: string) => `resource-name-taken: ${id} is called calls.actions, which is a resource.`;
    expect(found("calls.actions", "calls.actions.bridge")).toEqual([message("ListCalls")]);
    expect(found("calls.actions.bridge.now", "calls.actions")).toEqual([message("DialCall")]);
  });

  it.each([...clientMembers])("reports a resource called %s, which the client has already", (name) => {
    const message = `resource-name-taken: ListCalls is called ${name}.list, and the client has its own ${name}.`;
    expect(found(`${name}.list`, `calls.${name}`, `calls.${name}.list`)).toEqual([
      message,
      `resource-name-taken: DialCall is called calls.${name}, which is a resource.`,
    ]);
  });

  it("knows all that the client has beside its resources", () => {
    const path = fileURLToPath(new URL("../../../packages/client/src/client.ts", import.meta.url));
    const { statements } = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.ES2022);
    const client = statements.filter(ts.isClassDeclaration).find(({ name }) => name?.text === "TelnyxVoice");
    const names = client?.members.flatMap(({ name }) => (name && ts.isIdentifier(name) ? [name.text] : []));
    expect(names?.sort()).toEqual([...clientMembers].sort());
  });

  it("points at the entry in names.json", () => {
    const model = smallModel();
    const operations = model.operations.slice(0, 1).map((operation) => ({ ...operation, accessor: ["list"] }));
    expect([...methodNames({ ...model, operations })]).toEqual([
      expect.objectContaining({
        severity: "error",
        file: "specs/names.json",
        pointer: "#/operations/ListCalls/method",
      }),
    ]);
  });
});
