import { describe, expect, it } from "vitest";
import { bumpOf } from "../../../src/diff/report/bump-of.ts";
import { countsText, verdictText } from "../../../src/diff/report/verdict-text.ts";
import { breaking, dangerous, docs, made, reportOf, safe } from "./made-report.ts";

const onWireAlone = made({ rule: "header-removed", level: "breaking" });
const forTypesAlone = made({ rule: "schema-renamed", level: "safe", typescript: "breaking" });
const acceptedBreak = { ...breaking, reason: "r", by: "b" };

describe("bumpOf", () => {
  it.each([
    { what: "nothing", changes: [], bump: "none" },
    { what: "what no longer compiles", changes: [safe, forTypesAlone], bump: "major" },
    { what: "a break on the wire that compiles", changes: [onWireAlone], bump: "minor" },
    { what: "a danger", changes: [dangerous], bump: "minor" },
    { what: "an addition", changes: [safe], bump: "minor" },
    { what: "a safe change that adds nothing", changes: [made({ rule: "deprecated" })], bump: "patch" },
    { what: "words", changes: [docs], bump: "patch" },
  ])("of $what is $bump", ({ changes, bump }) => {
    expect(bumpOf(changes)).toBe(bump);
  });
});

describe("makeReport", () => {
  it.each([
    { changes: [breaking], ok: [false, false, true] },
    { changes: [onWireAlone], ok: [false, false, true] },
    { changes: [forTypesAlone], ok: [false, false, true] },
    { changes: [dangerous], ok: [true, false, true] },
    { changes: [safe, docs], ok: [true, true, true] },
    { changes: [], ok: [true, true, true] },
  ])("judges by the worse of both verdicts: $changes.0.rule", ({ changes, ok }) => {
    const runs = (["breaking", "dangerous", "never"] as const).map((failOn) => reportOf(changes, [], failOn));
    expect(runs.map((run) => run.ok)).toEqual(ok);
  });

  it("refuses nothing that was accepted, and still says what it does", () => {
    const report = reportOf([safe], [acceptedBreak]);
    expect(report).toMatchObject({ ok: true, wire: "breaking", typescript: "breaking", bump: "major" });
    expect(countsText(report)).toBe("1 safe, 1 accepted");
    expect(verdictText(report)).toBe("On the wire breaking, for TypeScript breaking: a major version.");
  });

  it("names both verdicts where they differ, and nothing where nothing changed", () => {
    expect(verdictText(reportOf([onWireAlone]))).toBe(
      "On the wire breaking, for TypeScript compatible: a minor version.",
    );
    expect(verdictText(reportOf([docs]))).toBe("On the wire unchanged, for TypeScript compatible: a patch version.");
    expect(verdictText(reportOf([]))).toBe("The API is unchanged.");
  });
});
