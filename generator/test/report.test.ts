import { describe, expect, it } from "vitest";
import type { Comparison } from "../src/compare.ts";
import { type Diagnostic, diagnose } from "../src/diagnostic.ts";
import { changesText, comparisonText, diagnosticText, nearest, type Paint, severityCounts } from "../src/report.ts";

const plain: Paint = (_, text) => text;
const marked: Paint = (colour, text) => `<${colour}>${text}</${colour}>`;
const debt = diagnose("name-unused", "The contract has no Gone.", { file: "specs/names.json", pointer: "#/a" });

describe("diagnosticText", () => {
  const fix = "Remove the entry from specs/names.json.";
  it.each<[string, Diagnostic, string]>([
    [
      "says where, what and what to do",
      debt,
      `debt name-unused at specs/names.json #/a\n  The contract has no Gone. ${fix}`,
    ],
    ["without a file", diagnose("name-unused", "M.", { pointer: "#/a" }), `debt name-unused at #/a\n  M. ${fix}`],
    ["without a place", diagnose("name-unused", "M."), `debt name-unused\n  M. ${fix}`],
    ["with a hint of its own", diagnose("name-unused", "M.", {}, "Or look."), `debt name-unused\n  M. Or look. ${fix}`],
  ])("%s", (_, diagnostic, want) => {
    expect(diagnosticText(diagnostic, plain)).toBe(want);
  });

  it.each([
    ["error", "red"],
    ["debt", "yellow"],
    ["warning", "dim"],
  ] as const)("paints %s %s", (severity, colour) => {
    const text = diagnosticText({ ...debt, severity }, marked);
    expect(text.startsWith(`<${colour}>${severity}</${colour}> <bold>name-unused</bold> at `)).toBe(true);
  });
});

describe("severityCounts", () => {
  const of = (...severities: Diagnostic["severity"][]) => severities.map((severity) => ({ ...debt, severity }));
  it.each<[Diagnostic[], string]>([
    [of(), ""],
    [of("error"), "1 error"],
    [of("warning", "debt", "error", "error"), "2 errors, 1 debt, 1 warning"],
    [of("warning", "warning"), "2 warnings"],
  ])("%#", (diagnostics, want) => {
    expect(severityCounts(diagnostics)).toBe(want);
  });
});

describe("comparisonText", () => {
  const none = { added: [], removed: [], changed: [] };
  const comparison = (change: Partial<Comparison>): Comparison => ({
    operations: none,
    events: none,
    schemas: none,
    ...change,
  });

  it("says nothing where nothing differs", () => {
    expect(comparisonText(comparison({}), plain)).toBe("");
  });

  it("names what is new, gone and changed; of schemas, the changed are only counted", () => {
    const text = comparisonText(
      comparison({
        operations: { added: ["GET /a"], removed: ["GET /b"], changed: ["GET /c"] },
        schemas: { added: ["A"], removed: [], changed: ["B", "C"] },
      }),
      marked,
    );
    expect(text.split("\n")).toEqual([
      "operations: 1 new, 1 gone, 1 changed",
      "<green>  + GET /a</green>",
      "<red>  - GET /b</red>",
      "<dim>  ~ GET /c</dim>",
      "schemas: 1 new, 0 gone, 2 changed",
      "<green>  + A</green>",
    ]);
  });

  it("names twelve and counts the rest", () => {
    const added = Array.from({ length: 14 }, (_, index) => `e${index}`);
    const lines = comparisonText(comparison({ events: { ...none, added } }), plain).split("\n");
    expect(lines).toHaveLength(14);
    expect(lines.slice(-2)).toEqual(["  + e11", "  + and 2 more"]);
  });
});

describe("changesText", () => {
  it("names what is missing, stale and surplus, and shows how the stale ones differ", () => {
    const text = changesText({
      missing: [{ path: "a.ts", text: "" }],
      stale: [{ path: "b.ts", text: "one\nnew\n", current: "one\nold\n" }],
      surplus: ["c.ts"],
    });
    expect(text.split("\n").filter((line) => !/^=+$/.test(line))).toEqual([
      "missing: a.ts",
      "stale: b.ts",
      "surplus: c.ts",
      "Index: b.ts",
      "--- b.ts\ton disk",
      "+++ b.ts\tgenerated",
      "@@ -1,2 +1,2 @@",
      " one",
      "-old",
      "+new",
      "",
    ]);
  });

  it("is empty where nothing is to be changed", () => {
    expect(changesText({ missing: [], stale: [], surplus: [] })).toBe("");
  });
});

describe("nearest", () => {
  it.each([
    ["chek", "check"],
    ["jsno", "json"],
    ["lenientt", "lenient"],
    ["check", "check"],
    ["xyzzyx", undefined],
    ["", undefined],
  ])("of %j is %j", (text, want) => {
    expect(nearest(text, ["check", "lenient", "json", "specs"])).toBe(want);
  });

  it("of nothing known is nothing", () => {
    expect(nearest("check", [])).toBeUndefined();
  });
});
