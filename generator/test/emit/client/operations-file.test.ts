import { describe, expect, it } from "vitest";
import { operationsFile } from "../../../src/emit/client/operations-file.ts";
import { resourceTree } from "../../../src/emit/client/resource-tree.ts";
import type { Content, Operation } from "../../../src/model.ts";
import { operationOf, smallModel, textOf } from "../../small-specs.ts";

const { readOperation } = await import(new URL("../../../../packages/client/src/operation.ts", import.meta.url).href);

const shape = { kind: "anything" } as const;
const json: Content = { mediaType: "application/json", encoding: "json", shape, files: [] };
const multipart = (...files: readonly string[]): Content => {
  return { mediaType: "multipart/form-data", encoding: "multipart", shape, files };
};

const fileOf = (...operations: readonly Operation[]) => operationsFile(resourceTree(operations));

/** What stands for an operation of the small model, after a change. */
function leaf(change: Partial<Operation>, id = "ListCalls"): string {
  const operation = { ...operationOf(smallModel(), id), accessor: ["calls", "run"], ...change };
  return /^ {4}run: (".*"),$/m.exec(textOf([fileOf(operation)]))?.[1] ?? "";
}

const withBody = (...contents: readonly Content[]) =>
  leaf({ body: { required: true, argumentRequired: true, contents } });

describe("client: operationsFile", () => {
  it("has what the client must know of each operation, in the tree of the methods", () => {
    const file = fileOf(...smallModel().operations);
    expect(file.path).toBe("client/src/generated/operations.ts");
    // How deep the last bracket stands is not what is tested.
    expect(textOf([file]).replace("\n  } as", "\n} as")).toBe(`import type { OperationTree } from "../operation.ts";
/** The operations by their methods: how each is sent and read, and how its list is walked. */
export const operations = {
  calls: {
    dial: "POST body=json /calls",
    hangup: "DELETE answer=none /calls/{call_id}",
    list: "GET query /calls",
    actions: {
      bridge: "POST body=json /calls/{call_id}/actions/bridge",
    },
  },
  recordings: {
    download: "GET answer=binary /recordings/{id}.mp3",
  },
  texml: {
    accounts: {
      calls: {
        create: "POST body=form /texml/Accounts/{account_sid}/Calls",
      },
    },
  },
} as const satisfies OperationTree;
`);
  });

  it("does not depend on the order of the operations", () => {
    const { operations } = smallModel();
    expect(fileOf(...[...operations].reverse())).toEqual(fileOf(...operations));
  });

  it("is an empty tree where there are no operations", () => {
    expect(textOf([fileOf()])).toMatch(/^export const operations = \{\s*\} as const satisfies OperationTree;$/m);
  });

  it("says once what the paths of a resource begin with", () => {
    const operation = operationOf(smallModel(), "ListCalls");
    const at = (path: string, name: string) => ({ ...operation, path, accessor: ["calls", name] });
    const text = textOf([
      fileOf(at("/calls/{id}/actions/answer", "answer"), at("/calls/{id}/actions/anything", "other")),
    ]);
    expect(text).toContain('"/": "/calls/{id}/actions/",');
    expect(text).toContain('answer: "GET query answer",');
    expect(text).toContain('other: "GET query anything",');
    expect(textOf([fileOf(at("/calls", "one"), at("/conferences", "two"))])).not.toContain('"/"');
  });

  it("goes by the first kind of body", () => {
    expect(withBody(multipart(), json)).toContain(" body=multipart /");
    expect(withBody(json, multipart())).toContain(" body=json /");
  });

  it("names the fields that hold files, of all kinds of body, each once", () => {
    expect(withBody(multipart("media"))).toContain(" body=multipart files=media /");
    expect(withBody(json, multipart("a", "b"))).toContain(" body=json files=a,b /");
    expect(withBody(multipart("a"), multipart("b", "a"))).toContain(" files=a,b /");
  });

  it("marks a command", () => {
    expect(leaf({ isCommand: true }, "DialCall")).toContain(" body=json command /");
    expect(leaf({}, "DialCall")).not.toContain("command");
  });

  it("marks a query that is an argument of its own, and none that comes beside a body", () => {
    expect(leaf({})).toContain(" query ");
    expect(leaf({ query: [] })).not.toContain("query");
    expect(leaf({}, "CreateTexmlCall")).not.toContain("query");
  });

  it("says how a list is walked", () => {
    expect(leaf({ pagination: { pages: "uri", items: "calls" } })).toContain(" items=calls pages=uri ");
    expect(leaf({})).not.toMatch(/items|pages/);
  });

  it("is read as it was meant where it is hostile: a path, the field of a list, the names of files", () => {
    const evil = '"}\n]*/\u2028 a=b,c%20\ud800';
    const read = (text: string) => readOperation(JSON.parse(text));
    expect(read(leaf({ path: `/${evil}` })).path).toBe(`/${evil}`);
    expect(read(leaf({ pagination: { pages: "number", items: evil } }))).toMatchObject({
      items: evil,
      pages: "number",
      query: true,
    });
    expect(read(withBody(multipart(evil, "b")))).toMatchObject({ body: "multipart", files: [evil, "b"] });
  });

  it("quotes the names of methods and resources that are no identifiers, though there should be none", () => {
    const operation = operationOf(smallModel(), "ListCalls");
    const text = textOf([fileOf({ ...operation, accessor: ["a-b", "__proto__", '"x'] })]);
    expect(text).toContain('  "a-b": {\n    ["__proto__"]: {\n      "\\"x": "GET');
  });
});
