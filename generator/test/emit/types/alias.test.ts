import { StructureKind } from "ts-morph";
import { describe, expect, it } from "vitest";
import { alias } from "../../../src/emit/types/alias.ts";
import { textOf } from "../../small-specs.ts";

function printed(...parts: Parameters<typeof alias>): string {
  return textOf([
    { kind: "source", path: "a.ts", structure: { kind: StructureKind.SourceFile, statements: [alias(...parts)] } },
  ]);
}

describe("alias", () => {
  it.each<[string, string[], string]>([
    ["no docstring", [], "export type A = string;\n"],
    ["a docstring", ["Text."], "/** Text. */\nexport type A = string;\n"],
    ["parts apart", ["One.", "Two."], "/**\n * One.\n *\n * Two.\n */\nexport type A = string;\n"],
    ["no empty parts", ["", "Two."], "/** Two. */\nexport type A = string;\n"],
    ["hostile text", ["*/ export type B = 1; /*"], "/** *\u200b/ export type B = 1; /* */\nexport type A = string;\n"],
    ["a tag in a text", ["@deprecated"], "/** \\@deprecated */\nexport type A = string;\n"],
  ])("%s", (_, docs, want) => {
    expect(printed("A", "string", ...docs)).toBe(want);
  });

  it("takes undefined for a part that is absent", () => {
    expect(printed("A", "string", "One.", undefined)).toBe("/** One. */\nexport type A = string;\n");
  });
});
