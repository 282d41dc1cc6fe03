import { describe, expect, it } from "vitest";
import { contractFile } from "../../../src/emit/types/contract-file.ts";
import { smallModel, smallSpecs, textOf } from "../../small-specs.ts";

describe("types: contractFile", () => {
  it("says as a type which contract the types were made from", () => {
    const file = contractFile(smallModel());
    expect(file.path).toBe("types/src/generated/contract.ts");
    expect(textOf([file])).toBe(`/** Which contract these types were made from. */
export interface Contract {
  /** The API's version. */
  readonly version: "2.0.0";
  /** The digest of the contract, \`specs/voice.openapi.json\`. */
  readonly sha256: "c0de";
  /** The commit of the upstream document; empty where it is not known. */
  readonly commit: "abc1234";
  /** The date of that commit. */
  readonly date: "2026-01-02";
}
`);
  });

  it("leaves empty what is not known, and quotes what is hostile", () => {
    const model = smallModel(
      smallSpecs(({ lock, contract }) => {
        lock.source = { file: "spec.json" };
        contract.info.version = '1"; evil: "';
      }),
    );
    const text = textOf([contractFile(model)]);
    expect(text).toContain('readonly commit: "";');
    expect(text).toContain('readonly date: "";');
    expect(text).toContain('readonly version: "1\\"; evil: \\"";');
  });
});
