import { describe, expect, it } from "vitest";
import { type Resource, resourceTree } from "../../../src/emit/client/resource-tree.ts";
import { operationOf, smallModel } from "../../small-specs.ts";

/** A resource in one value: its class, its methods, and what is below it. */
function outline({ className, methods, children }: Resource): object {
  return {
    [className]: methods.map(({ name, operation }) => `${name} = ${operation.id}`),
    ...(children.length === 0 ? {} : { below: children.map(outline) }),
  };
}

describe("resourceTree", () => {
  it("arranges operations by their accessors, sorted, with a class name for each resource", () => {
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

  it("numbers a class whose name is taken", () => {
    const operation = operationOf(smallModel(), "BridgeCall");
    const accessors = ["calls.actionsFoo.a", "calls.actions.foo.b", "callsActions.c"];
    const operations = accessors.map((accessor) => ({ ...operation, accessor: accessor.split(".") }));
    const classes = (resource: Resource): string[] => [resource.className, ...resource.children.flatMap(classes)];
    expect(classes(resourceTree(operations))).toEqual([
      "",
      "Calls",
      "CallsActions",
      "CallsActionsFoo",
      "CallsActionsFoo2",
      "CallsActions2",
    ]);
  });

  it("is a root alone where there are no operations", () => {
    expect(resourceTree([])).toEqual({ name: "", className: "", methods: [], children: [] });
  });
});
