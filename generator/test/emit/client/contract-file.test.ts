import { describe, expect, it } from "vitest";
import { contractFile } from "../../../src/emit/client/contract-file.ts";
import { smallModel, smallSpecs, textOf } from "../../small-specs.ts";

/** The lines without the space before them: how deep a value stands is not what is tested. */
const lines = (text: string) => text.split("\n").map((line) => line.trim());

describe("client: contractFile", () => {
  it("says as a value which contract the client was made from", () => {
    const file = contractFile(smallModel());
    expect(file.path).toBe("client/src/generated/contract.ts");
    expect(lines(textOf([file]))).toEqual([
      "/** The address that paths are appended to. */",
      'export const server = "https://api.example.com/v2";',
      "/** What tells this contract from others, in a word. */",
      'export const digest = "c0de";',
      "/** The contract this client was made from: the API's version, the digest, the server. */",
      'export const contract = { version: "2.0.0", sha256: "c0de", server } as const;',
      "",
    ]);
  });

  it("quotes what is hostile", () => {
    const specs = smallSpecs(({ contract }) => {
      contract.servers = [{ url: 'https://a"/*\n' }];
    });
    expect(textOf([contractFile(smallModel(specs))])).toContain('server = "https://a\\"/*\\n";');
  });
});
