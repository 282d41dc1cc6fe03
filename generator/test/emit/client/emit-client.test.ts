import { describe, expect, it } from "vitest";
import { emitClient } from "../../../src/emit/client/emit-client.ts";
import { smallModel, textOf } from "../../small-specs.ts";

describe("emitClient", () => {
  const files = emitClient(smallModel());

  it("makes the contract, the codes of errors, the operations, the root, and a file a resource at the top", () => {
    expect(files.map(({ path }) => path)).toEqual(
      [
        "contract.ts",
        "error-codes.ts",
        "operations.ts",
        "resources.ts",
        "resources/calls.ts",
        "resources/recordings.ts",
        "resources/texml.ts",
      ].map((name) => `client/src/generated/${name}`),
    );
  });

  it("has each operation once, as data and as a method", () => {
    const data = textOf(files, "client/src/generated/operations.ts");
    const methods = files
      .filter(({ path }) => path.includes("/resources/"))
      .map((file) => textOf([file]))
      .join("");
    for (const { id, method, path, accessor } of smallModel().operations) {
      const leaves = data.match(/"[A-Z]+ .*"/g) ?? [];
      const isIts = (leaf: string) => leaf.startsWith(`"${method.toUpperCase()} `) && leaf.endsWith(` ${path}"`);
      expect(leaves.filter(isIts), id).toHaveLength(1);
      expect(methods.split(`client.${accessor.join(".")}(`), id).toHaveLength(2);
    }
  });

  it("has a file in kebab-case for a resource in camel case", () => {
    const operations = smallModel().operations.map((operation) => ({
      ...operation,
      accessor: ["callEvents", operation.id],
    }));
    expect(emitClient({ ...smallModel(), operations }).at(-1)?.path).toBe(
      "client/src/generated/resources/call-events.ts",
    );
  });
});
