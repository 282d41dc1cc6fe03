import { describe, expect, it } from "vitest";
import { errorCodes } from "../../src/lint/error-codes.ts";
import type { ErrorPlacement } from "../../src/specs.ts";
import { smallModel, smallSpecs } from "../small-specs.ts";

const document = { kind: "document", at: "Refused" } as const;
const page = { kind: "page", at: "example.com/errors" } as const;

/** What is found where one code has these places and upstream names it under 422. */
function found(at: readonly ErrorPlacement[], facts = [{ code: "90018", status: "422", response: "Refused" }]) {
  const specs = smallSpecs((draft) => {
    draft.errorCodes = facts;
    draft.errors = at.length === 0 ? {} : ({ "90018": { name: "callEnded", at } } as never);
  });
  const diagnostics = [...errorCodes(smallModel(specs), specs)];
  return diagnostics.map(({ code, message, pointer }) => [code, message, pointer]);
}

describe("errorCodes", () => {
  it("is content where each code has a place, and each place is there", () => {
    expect(found([{ status: "422", operations: ["HangupCall", "/calls/*", "*"], source: document }])).toEqual([]);
    expect(found([], [])).toEqual([]);
  });

  it("reports a code that upstream names and nobody explains, under the status it has there", () => {
    const told = ["error-code-missing", "Upstream names 90018 under 422, and nothing says what it means.", "#/90018"];
    expect(found([])).toEqual([told]);
    expect(found([{ status: "404", operations: ["*"], source: page }])).toEqual([told]);
  });

  it("reports a place whose evidence upstream took away, and none that has other evidence", () => {
    const at = (source: ErrorPlacement["source"]) => [{ status: "422", operations: ["*"], source }];
    const gone = ["error-code-unused", "Upstream no longer names 90018 under 422.", "#/90018/at/0"];
    expect(found(at(document), [])).toEqual([gone]);
    expect(found(at([page, document]), [])).toEqual([gone]);
    expect(found(at(page), [])).toEqual([]);
  });

  it("reports operations and paths that are not there", () => {
    const at = [{ status: "422", operations: ["HangupCall", "Gone", "/faxes/*"], except: ["Away"], source: document }];
    expect(found(at).map(([, message]) => message)).toEqual([
      "The contract has no operation Gone.",
      "The contract has no operation /faxes/*.",
      "The contract has no operation Away.",
    ]);
  });
});
