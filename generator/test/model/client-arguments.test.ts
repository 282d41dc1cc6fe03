import { describe, expect, it } from "vitest";
import { clientArguments } from "../../src/model/client-arguments.ts";
import { operationOf, smallModel } from "../small-specs.ts";

const model = smallModel();

describe("clientArguments", () => {
  it("gives the example of the operation where there is no other", () => {
    expect(clientArguments({ ...operationOf(model, "HangupCall"), example: { path: { call_id: 7 } } })).toEqual(["7"]);
  });

  it.each([
    ["HangupCall", { path: { call_id: { a: 1 } } }, ['{"a":1}']],
    ["ListCalls", { path: {} }, []],
    ["ListCalls", { path: {}, query: { filter: {} } }, [{ filter: {} }]],
    ["CreateTexmlCall", { path: { account_sid: "A" }, body: {} }, ["A"]],
    [
      "CreateTexmlCall",
      { path: { account_sid: "A" }, query: { dry_run: true } },
      ["A", {}, { query: { dry_run: true } }],
    ],
    ["DialCall", { path: {} }, [{}]],
  ])("%s of %j", (id, example, want) => {
    expect(clientArguments(operationOf(model, id), example)).toEqual(want);
  });
});
