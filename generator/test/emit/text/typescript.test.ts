import { StructureKind } from "ts-morph";
import { describe, expect, it } from "vitest";
import { literal, member, propertyName, typeImport, valueText } from "../../../src/emit/text/typescript.ts";
import { textOf } from "../../small-specs.ts";

describe("literal", () => {
  it.each([
    ["plain text", "call", '"call"'],
    ["quotes", `"'\``, `"\\"'\`"`],
    ["a backslash at the end", "a\\", '"a\\\\"'],
    ["line breaks", "a\nb\r", '"a\\nb\\r"'],
    ["Unicode's line breaks", "\u2028\u2029", '"\\u2028\\u2029"'],
    ["a placeholder", "\u0024{x}", '"\u0024{x}"'],
  ])("%s", (_, text, want) => {
    expect(literal(text)).toBe(want);
    expect(JSON.parse(literal(text))).toBe(text);
  });
});

describe("propertyName", () => {
  it.each([
    ["callId", "callId"],
    ["$ref", "$ref"],
    ["default", "default"],
    ["call.answered", '"call.answered"'],
    ["1st", '"1st"'],
    ["", '""'],
    ["größe", '"größe"'],
    ['"]: 1', '"\\"]: 1"'],
  ])("%s is written as %s", (name, want) => {
    expect(propertyName(name)).toBe(want);
  });
});

describe("member", () => {
  it.each<[string, (string | number)[], string]>([
    ["names are quoted", ["responses", "a.b"], '["responses"]["a.b"]'],
    ["numbers are not", ["responses", 200], '["responses"][200]'],
    ["what would leave the brackets cannot", ['"];x'], '["\\"];x"]'],
    ["nothing", [], ""],
  ])("%s", (_, names, want) => {
    expect(member(...names)).toBe(want);
  });
});

describe("typeImport", () => {
  const printed = (names: readonly string[]) =>
    textOf([
      {
        kind: "source",
        path: "a.ts",
        structure: { kind: StructureKind.SourceFile, statements: [typeImport("./b.ts", names)] },
      },
    ]);

  it("is sorted, without repetition, on a line where there are few", () => {
    expect(printed(["D", "B", "A", "B", "C"])).toBe('import type { A, B, C, D } from "./b.ts";\n');
  });

  it("takes a line for each name where there are more than four", () => {
    expect(printed(["E", "D", "C", "B", "A"])).toBe('import type {\n  A,\n  B,\n  C,\n  D,\n  E,\n} from "./b.ts";\n');
  });
});

describe("valueText", () => {
  it.each<[string, unknown, string]>([
    ["a text", 'a"b\u2028', '"a\\"b\\u2028"'],
    ["a number", -1.5e30, "-1.5e+30"],
    ["a boolean", false, "false"],
    ["null", null, "null"],
    ["an empty list", [], "[]"],
    ["an empty object", {}, "{}"],
    ["a short list", [1, ["a"], {}], '[1, ["a"], {}]'],
    ["a short object", { to: "me", deep: { a: [null] } }, '{ to: "me", deep: { a: [null] } }'],
    ["names that are no identifiers", { "a.b": 1, "": 2, default: 3 }, '{ "a.b": 1, "": 2, default: 3 }'],
    ["a name that is not to be set", JSON.parse('{ "__proto__": 1 }'), '{ ["__proto__"]: 1 }'],
    ["a text with line breaks, which stay on the line", { a: "\n" }, '{ a: "\\n" }'],
  ])("writes %s", (_, value, want) => {
    expect(valueText(value)).toBe(want);
  });

  it("stays on a line of 80 letters, and takes a line a member beyond", () => {
    const list = ["x".repeat(76)];
    expect(valueText(list)).toBe(`["${list[0]}"]`);
    expect(valueText([`${list[0]}x`])).toBe(`[\n  "${list[0]}x",\n]`);
  });

  it("breaks what holds something that is broken, each a step further in", () => {
    const long = "x".repeat(80);
    expect(valueText({ a: [{ b: long }], c: 1 })).toBe(
      `{\n  a: [\n    {\n      b: "${long}",\n    },\n  ],\n  c: 1,\n}`,
    );
  });
});
