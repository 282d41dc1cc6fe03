import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { catalogue } from "../../src/diff/catalogue.ts";

const read = (path: string) => readFileSync(fileURLToPath(new URL(path, import.meta.url)), "utf8");
const tsv = fileURLToPath(new URL("../../../../shared/reference/oasdiff-checks.tsv", import.meta.url));
const [covered = "", left = ""] = read("../../docs/diff/oasdiff.md").split("## Left out");

/** The rows of a table: the patterns of the first cell, and the second cell. */
function rowsOf(text: string) {
  return text.split("\n").flatMap((line) => {
    const [, first, second = ""] = /^\| (`.*?) \| (.*) \|$/.exec(line) ?? [];
    return first === undefined
      ? []
      : [{ patterns: [...first.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name), second }];
  });
}

const rows = [...rowsOf(left.split("## Beyond it")[0] ?? ""), ...rowsOf(covered)];

/** The patterns that an id matches best: by its name, otherwise by the longest. */
function matches(id: string) {
  const found = rows.flatMap((row, index) =>
    row.patterns.flatMap((pattern) => {
      const escaped = pattern.split("…").map((part) => part.replace(/[.*+?^$()[\]{}|\\]/g, "\\$&"));
      return new RegExp(`^${escaped.join(".+")}$`).test(id) ? [{ index, pattern }] : [];
    }),
  );
  const weight = ({ pattern }: { pattern: string }) => (pattern.includes("…") ? pattern.length : 1000);
  const best = Math.max(...found.map(weight));
  return found.filter((match) => weight(match) === best);
}

describe("the table of oasdiff's rules", () => {
  it("names only kinds that the catalogue has", () => {
    const named = rowsOf(covered).flatMap(({ second }) =>
      [...second.matchAll(/`([a-z-]+)`/g)].map(([, name = ""]) => name),
    );
    const known = (name: string) => Object.hasOwn(catalogue, name) || name === "x-open-enum";
    expect(named.filter((name) => name.includes("-") && !known(name))).toEqual([]);
  });

  it("names each kind that the catalogue has, once or more", () => {
    const text = read("../../docs/diff/oasdiff.md");
    const patterns = [...text.matchAll(/`([a-z-]+)(…?)`/g)].map(([, name = "", rest]) => ({
      name,
      isStart: rest === "…",
    }));
    const isNamed = (kind: string) =>
      patterns.some(({ name, isStart }) => kind === name || (isStart && kind.startsWith(name)));
    const words = ["operation-text-changed", "event-text-changed", "text-changed"];
    expect(Object.keys(catalogue).filter((kind) => !isNamed(kind) && !words.includes(kind))).toEqual([]);
  });
});

describe.skipIf(!existsSync(tsv))("every rule of oasdiff (needs ../shared)", () => {
  const ids = (existsSync(tsv) ? readFileSync(tsv, "utf8") : "")
    .split("\n")
    .slice(1)
    .flatMap((line) => line.split("\t")[0] || []);

  it("has been found", () => {
    expect(ids.length).toBe(509);
  });

  it("stands in one row", () => {
    expect(ids.filter((id) => matches(id).length !== 1)).toEqual([]);
  });

  it("leaves no pattern without a rule", () => {
    const used = new Set(ids.flatMap((id) => matches(id).map(({ index, pattern }) => `${index} ${pattern}`)));
    const all = rows.flatMap(({ patterns }, index) => patterns.map((pattern) => `${index} ${pattern}`));
    expect(all.filter((pattern) => !used.has(pattern))).toEqual([]);
  });
});
