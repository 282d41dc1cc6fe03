import { describe, expect, it } from "vitest";
import { texmlCallbacks } from "../../src/lint/texml-callbacks.ts";
import { buildTexmlCallbacks } from "../../src/model/texml-callbacks.ts";
import type { TexmlCallbacks } from "../../src/specs.ts";
import { type Draft, smallModel } from "../small-specs.ts";
import { smallTexml } from "../small-texml.ts";

function found(change?: (texml: Draft<TexmlCallbacks>) => void) {
  const callbacks = buildTexmlCallbacks(smallTexml(change)).value;
  return [...texmlCallbacks({ ...smallModel(), texmlCallbacks: callbacks })].map((one) => [
    one.code,
    one.message,
    one.pointer,
  ]);
}

describe("texmlCallbacks", () => {
  it("is content where each entry names something", () => {
    expect(found()).toEqual([]);
  });

  it("reports operations and fields that the contract lacks, and marks that a schema lacks", () => {
    const problems = found(({ callbacks }) => {
      callbacks["report"]?.askedBy.push(
        { operation: "Gone", field: "To" },
        { operation: "CreateTexmlCall", field: "Gone" },
      );
      Object.assign(callbacks["ask"] ?? {}, { recognisedBy: { Digit: true, Gone: false } });
    });
    expect(problems).toEqual([
      ["texml-callback-unused", "The contract has no operation Gone.", "#/callbacks/report/askedBy/2"],
      ["texml-callback-unused", "The body of CreateTexmlCall has no field Gone.", "#/callbacks/report/askedBy/3"],
      [
        "texml-callback-unused",
        "ask is recognised by Digit, which its schema does not have.",
        "#/callbacks/ask/recognisedBy",
      ],
    ]);
  });
});
