import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { judge } from "./mutation/judge.mjs";

const source = "export const isOld = (age: number) =>\n  age > 30 || age > 30;\n";

/** A mutant of the second line. */
const mutant = (status: string, column: number, length: number, replacement: string) => ({
  status,
  replacement,
  location: { start: { line: 2, column }, end: { line: 2, column: column + length } },
});

const first = mutant("Survived", 3, 8, "age >= 30");
const second = mutant("NoCoverage", 15, 8, "age >= 30");
const killed = mutant("Killed", 3, 20, "true");
const late = mutant("Timeout", 3, 20, "false");
const invalid = ["CompileError", "RuntimeError", "Ignored"].map((status) => mutant(status, 3, 20, ""));
const whole = {
  status: "Survived",
  replacement: "() => undefined",
  location: { start: { line: 1, column: 22 }, end: { line: 2, column: 23 } },
};

const judged = (mutants: readonly object[], accepted: readonly (readonly [string, string])[] = []) =>
  judge({ files: { "src/is-old.ts": { source, mutants: mutants as (typeof first)[] } } }, [
    { file: "src/is-old.ts", reason: "Nobody is 30.", mutants: accepted },
    { file: "src/other.ts", reason: "It was not looked at.", mutants: [["a", "b"]] },
  ]);

describe("a run of mutations", () => {
  it.each([
    [[killed, late], 100, "2 changes noticed: 1 killed, 1 timed out, 0 survived, 0 not covered"],
    [[killed, first, second, late, ...invalid], 50, "4 changes noticed: 1 killed, 1 timed out, 1 survived, 1 not"],
    [[first, ...invalid], 0, "0.00 % of 1 changes"],
    [[], 0, "0.00 % of 0 changes"],
  ])("has a score of what was noticed, of all that could be", (mutants, wanted, part) => {
    const { score, text } = judged(mutants);
    expect(score).toBe(wanted);
    expect(text).toContain(part);
  });

  it("tells what survives and was not accepted, with its place", () => {
    const { text } = judged([killed, first, second, whole], [["age > 30", "age >= 30"]]);
    expect(text.split("\n").slice(1)).toEqual([
      "Survived, and are not in survivors.json:",
      "  src/is-old.ts:2:15: age > 30 → age >= 30",
      "  src/is-old.ts:1:22: (age: number) => age > 30 || age > 30 → () => undefined",
    ]);
  });

  it("tells what was accepted and no longer survives, of the files that were looked at", () => {
    const { text } = judged(
      [killed, first],
      [
        ["age > 30", "age >= 30"],
        ["age > 30", "age <= 30"],
      ],
    );
    expect(text.split("\n").slice(1)).toEqual([
      "No longer survive, and can leave survivors.json:",
      "  src/is-old.ts: age > 30 → age <= 30",
    ]);
  });

  it("is refused for what is no package of its", () => {
    const run = spawnSync(process.execPath, [fileURLToPath(new URL("mutation/run.mjs", import.meta.url)), "docs"]);
    expect([run.status, String(run.stderr)]).toEqual([2, expect.stringContaining("There is no docs")]);
  });
});
