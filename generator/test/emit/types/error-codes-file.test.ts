import { describe, expect, it } from "vitest";
import { errorCodesFile } from "../../../src/emit/types/error-codes-file.ts";
import { smallModel, textOf } from "../../small-specs.ts";
import { modelWithCodes } from "../small-error-codes.ts";

describe("errorCodesFile of the types", () => {
  it("lists the codes, and lets others in", () => {
    const text = textOf([errorCodesFile(modelWithCodes())]);
    expect(text.replace(/\s+/g, " ")).toContain(
      'export type ErrorCode = | "10009" | "10011" | "90018" | (string & {});',
    );
  });

  it("is any text where none is known", () => {
    expect(textOf([errorCodesFile(smallModel())])).toContain("export type ErrorCode = string;");
  });
});
