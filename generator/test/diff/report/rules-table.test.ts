import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { catalogue } from "../../../src/diff/catalogue.ts";
import { rules, rulesPage, rulesText } from "../../../src/diff/report/rules-table.ts";

describe("the table of rules", () => {
  it("is the page of the docs; `pnpm --silent api:diff --rules --format markdown` prints it", () => {
    expect(readFileSync(new URL("../../../docs/diff/rules.md", import.meta.url), "utf8")).toBe(rulesPage());
  });

  it("has every kind, each rule once, each with a reason", () => {
    const ids = rules().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const kind of Object.keys(catalogue))
      expect(ids.some((id) => id === kind || id.endsWith(`-${kind}`))).toBe(true);
    expect(rules().filter(({ reason }) => reason === "")).toEqual([]);
  });

  it("stands in columns on a terminal", () => {
    expect(rulesText().split("\n")).toHaveLength(rules().length);
    expect(rulesText()).toMatch(/^operation-removed +breaking +breaking +Calls of it fail/m);
  });
});
