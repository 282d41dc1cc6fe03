import { describe, expect, it } from "vitest";
import { buildErrorCodes } from "../../src/model/error-codes.ts";
import type { ErrorEntries } from "../../src/specs.ts";
import { smallModel } from "../small-specs.ts";

const { operations } = smallModel();
const page = { kind: "page", at: "p" } as const;
const guess = { kind: "guess", why: "w" } as const;
const build = (at: ErrorEntries[string]["at"], errors = {}) =>
  buildErrorCodes(operations, { "90018": { name: "callEnded", at } }, { errors })[0]?.at ?? [];

describe("buildErrorCodes", () => {
  it("finds the operations by id, by the beginning of a path, and all there are", () => {
    const found = (given: string[], except?: string[]) =>
      build([{ status: "422", operations: given, ...(except && { except }), source: page }])[0]?.operations;
    expect(found(["HangupCall"])).toEqual(["HangupCall"]);
    expect(found(["/calls*"])).toEqual(["ListCalls", "DialCall", "HangupCall", "BridgeCall"]);
    expect(found(["/calls*", "HangupCall"], ["DialCall"])).toEqual(["ListCalls", "HangupCall", "BridgeCall"]);
    expect(found(["*"])).toHaveLength(operations.length);
    expect(build([{ status: "422", operations: ["*"], source: page }])[0]?.isEvery).toBe(true);
    expect(build([{ status: "422", operations: ["*"], except: ["DialCall"], source: page }])[0]?.isEvery).toBe(false);
  });

  it("says what is guessed, and what is not there", () => {
    const sources = [page, guess, [page, guess]];
    expect(
      build(sources.map((source) => ({ status: "422", operations: ["*"], source }))).map((place) => place.isGuess),
    ).toEqual([false, true, true]);
    expect(build([{ status: "422", operations: ["Gone", "/calls*"], source: page }])[0]?.lost).toEqual(["Gone"]);
  });

  it("takes the text of a status before that of the code", () => {
    const at = ["422", "429"].map((status) => ({ status, operations: ["*"], source: page }));
    const texts = { "90018": { summary: "in general" }, "90018 422": { summary: "here" } };
    expect(build(at, texts).map(({ text }) => text.summary)).toEqual(["here", "in general"]);
    expect(build(at).map(({ text }) => text)).toEqual([{ summary: "" }, { summary: "" }]);
  });
});
