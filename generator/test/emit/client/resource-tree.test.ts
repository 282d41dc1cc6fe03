import { describe, expect, it } from "vitest";
import { type Resource, resourceTree } from "../../../src/emit/client/resource-tree.ts";
import { operationOf, smallModel } from "../../small-specs.ts";

/** A resource in one value: its type, its methods, and what is below it. */
function outline({ typeName, methods, children }: Resource): object {
  return {
    [typeName]: methods.map(({ name, operation }) => `${name} = ${operation.id}`),
    ...(children.length === 0 ? {} : { below: children.map(outline) }),
  };
}

describe("resourceTree", () => {
  it("arranges operations by their accessors, sorted, with a type name for each resource", () => {
    expect(outline(resourceTree(smallModel().operations))).toEqual({
      "": [],
      below: [
        {
          Calls: ["dial = DialCall", "hangup = HangupCall", "list = ListCalls"],
          below: [{ CallsActions: ["bridge = BridgeCall"] }],
        },
        { Recordings: ["download = DownloadRecording"] },
        { Texml: [], below: [{ TexmlAccounts: [], below: [{ TexmlAccountsCalls: ["create = CreateTexmlCall"] }] }] },
      ],
    });
  });

  it("does not depend on the order of the operations", () => {
    const { operations } = smallModel();
    expect(outline(resourceTree([...operations].reverse()))).toEqual(outline(resourceTree(operations)));
  });

  it("keeps resources of one name in two places apart", () => {
    const operation = operationOf(smallModel(), "BridgeCall");
    const operations = [
      { ...operation, accessor: ["calls", "actions", "bridge"] },
      { ...operation, accessor: ["conferences", "actions", "join"] },
    ];
    expect(outline(resourceTree(operations))).toEqual({
      "": [],
      below: [
        { Calls: [], below: [{ CallsActions: ["bridge = BridgeCall"] }] },
        { Conferences: [], below: [{ ConferencesActions: ["join = BridgeCall"] }] },
      ],
    });
  });

  /** The types of a tree in which these are the methods. */
  function typesOf(...accessors: readonly string[]): string[] {
    const operation = operationOf(smallModel(), "BridgeCall");
    const operations = accessors.map((accessor) => ({ ...operation, accessor: accessor.split(".") }));
    const all = (resource: Resource): string[] => [resource.typeName, ...resource.children.flatMap(all)];
    return all(resourceTree(operations)).slice(1);
  }

  it("numbers a type whose name is taken", () => {
    expect(typesOf("calls.actionsFoo.a", "calls.actions.foo.b", "callsActions.c")).toEqual([
      "Calls",
      "CallsActions",
      "CallsActionsFoo",
      "CallsActionsFoo2",
      "CallsActions2",
    ]);
  });

  it.each(["resources", "requestOptions", "response", "apiPromise", "listPromise", "withFiles", "bridgeRequest"])(
    "numbers a type of the name %s, which the file knows already",
    (name) => {
      expect(typesOf(`${name}.a`)).toEqual([`${name.charAt(0).toUpperCase()}${name.slice(1)}2`]);
    },
  );

  it("numbers a type of the name that parts of a body have", () => {
    const operation = operationOf(smallModel(), "BridgeCall");
    const shape = { kind: "anything" } as const;
    const json = { mediaType: "application/json", encoding: "json", shape, files: [] } as const;
    const parts = { ...json, mediaType: "multipart/form-data", type: "Upload", files: ["a"] } as const;
    const body = { required: true, argumentRequired: true, contents: [json, parts] };
    const tree = resourceTree([{ ...operation, accessor: ["upload", "create"], body }]);
    expect(tree.children.map(({ typeName }) => typeName)).toEqual(["Upload2"]);
  });

  it("is a root alone where there are no operations", () => {
    expect(resourceTree([])).toEqual({ name: "", text: "", typeName: "", methods: [], children: [] });
  });

  it("has the texts of resources, and no type that is called like another one", () => {
    const texts = { calls: "All calls.", "texml.accounts": "An account." };
    const { children } = resourceTree(smallModel().operations, [], texts, ["Calls", "TexmlAccounts"]);
    const [calls, , texml] = children;
    expect(calls).toMatchObject({ text: "All calls.", typeName: "Calls2" });
    expect(texml).toMatchObject({ text: "", children: [{ text: "An account.", typeName: "TexmlAccounts2" }] });
  });
});
