import { describe, expect, it } from "vitest";
import { operationIds } from "../../src/lint/operation-ids.ts";
import { smallModel } from "../small-specs.ts";

describe("operationIds", () => {
  it("is content where each operation has its own id", () => {
    expect([...operationIds(smallModel())]).toEqual([]);
  });

  it("reports each operation whose id an earlier one has", () => {
    const model = smallModel();
    const operations = model.operations.map((operation) => {
      return operation.path === "/calls" ? operation : { ...operation, id: "ListCalls" };
    });
    const found = [...operationIds({ ...model, operations: operations.slice(0, 4) })];
    expect(found).toEqual([
      {
        code: "operation-id-duplicate",
        severity: "error",
        message: "DELETE /calls/{call_id} and GET /calls both have the operationId ListCalls.",
        fix: "Give one of the operations another operationId in specs/corrections.",
        pointer: "#/paths/~1calls~1{call_id}/delete",
      },
      expect.objectContaining({
        message:
          "POST /calls/{call_id}/actions/bridge and DELETE /calls/{call_id} both have the operationId ListCalls.",
        pointer: "#/paths/~1calls~1{call_id}~1actions~1bridge/post",
      }),
    ]);
  });
});
