import { readdirSync, readFileSync } from "node:fs";
import { load as parseYaml } from "js-yaml";
import { describe, expect, it } from "vitest";
import { correct } from "../src/correct.ts";
import { catalogue } from "../src/diagnostic.ts";
import type { CorrectionAction } from "../src/specs.ts";
import { smallSpecs } from "./small-specs.ts";

const folder = new URL("../docs/diagnostics/", import.meta.url);
const read = (page: string) => readFileSync(new URL(page, folder), "utf8");
const codes = Object.keys(catalogue);
const pages = readdirSync(folder).filter((name) => name !== "README.md");

/** The code blocks of a page in a language. */
function blocks(page: string, language: string): string[] {
  return [...read(page).matchAll(/^```(\w+)\n(.*?)^```$/gms)].flatMap(([, own, text = ""]) =>
    own === language ? [text] : [],
  );
}

describe("the pages of the diagnostics", () => {
  it("are one for each code of the catalogue, and no more", () => {
    expect([...pages].sort()).toEqual(codes.map((code) => `${code}.md`).sort());
  });

  it.each(Object.entries(catalogue))("%s: has its code, its severity and its parts", (code, [severity]) => {
    const text = read(`${code}.md`);
    expect(text.startsWith(`# ${code}\n\nSeverity: ${severity}. Reported by `)).toBe(true);
    const headings = [...text.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
    expect(headings.slice(0, 3)).toEqual(["What", "Why", "How to fix"]);
    expect(["", "With `--lenient`"]).toContain(headings.slice(3).join());
  });

  it("are all in the table, in the order of the catalogue and with their severity", () => {
    const rows = [...read("README.md").matchAll(/^\| \[`([^`]*)`\]\(([^)]*)\) \| (\w+) \| \S.* \|$/gm)];
    const want = Object.entries(catalogue).map(([code, [severity]]) => [code, `${code}.md`, severity]);
    expect(rows.map(([, ...cells]) => cells)).toEqual(want);
  });

  it("give examples that can be read", () => {
    for (const page of pages) {
      for (const block of blocks(page, "json")) expect(() => JSON.parse(block), page).not.toThrow();
      for (const block of blocks(page, "yaml")) expect(() => parseYaml(block), page).not.toThrow();
    }
  });

  it("give examples of corrections that are of the right form", () => {
    const shown = pages.flatMap((page) => {
      const values = blocks(page, "yaml").map((block) => parseYaml(block) as { actions?: unknown });
      const actions = values.flatMap((value) => (Array.isArray(value) ? value : (value.actions ?? [])));
      return actions.length === 0 ? [] : [{ page, actions: actions as CorrectionAction[] }];
    });
    expect(shown.length).toBeGreaterThan(10);
    const info = { title: "Shown", version: "1.0.0" };
    const corrections = shown.map(({ page, actions }) => ({ file: page, overlay: "1.0.0", info, actions }));
    const { diagnostics } = correct(smallSpecs().contract, corrections);
    expect(diagnostics.filter(({ code }) => code === "correction-invalid")).toEqual([]);
  });
});
