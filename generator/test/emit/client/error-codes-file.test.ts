import { describe, expect, it } from "vitest";
import { errorCodesFile } from "../../../src/emit/client/error-codes-file.ts";
import { smallModel, textOf } from "../../small-specs.ts";
import { modelWithCodes } from "../small-error-codes.ts";

describe("errorCodesFile of the client", () => {
  it("has a constant for each code, with what happened and what to do under each status", () => {
    expect(textOf([errorCodesFile(modelWithCodes())])).toBe(`/** 401: The key is wrong. */
export const keyWrong = "10009";
/**
 * 429: Too much. Wait.
 *
 * 422: Not with *\u200b/ this.
 */
export const tooMany = "10011";
/** 422: The call has ended. Let it pass. */
export const callEnded = "90018";
`);
  });

  it("is a module where no code is known", () => {
    expect(textOf([errorCodesFile(smallModel())])).toBe("export {};\n");
  });
});
