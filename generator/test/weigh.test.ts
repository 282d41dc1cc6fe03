import { describe, expect, it } from "vitest";
import { diagnose } from "../src/diagnostic.ts";
import type { Severities } from "../src/specs.ts";
import { weigh } from "../src/weigh.ts";

const missing = diagnose("wording-missing", "AnswerCall has no text.", { file: "specs/wording/en.yaml" });
const alike = diagnose("enum-values-alike", "They would be one name.");
const callback = diagnose("callback-left", "The callback a is left.");

const reason = "A reason.";

describe("weigh", () => {
  it.each<[string, Severities, readonly string[]]>([
    ["leaves what has no entry", { "name-unused": { severity: "error", reason } }, ["debt", "warning", "error"]],
    ["raises a debt", { "wording-missing": { severity: "error", reason } }, ["error", "warning", "error"]],
    ["lowers a debt", { "wording-missing": { severity: "warning", reason } }, ["warning", "warning", "error"]],
    ["raises a warning", { "enum-values-alike": { severity: "debt", reason } }, ["debt", "debt", "error"]],
  ])("%s", (_, severities, want) => {
    const weighed = weigh([missing, alike, callback], severities);
    expect(weighed.map(({ severity }) => severity)).toEqual(want);
  });

  it("changes nothing but the severity, and not in place", () => {
    const before = structuredClone(missing);
    const weighed = weigh([missing], { "wording-missing": { severity: "error", reason } });
    expect(weighed).toEqual([{ ...before, severity: "error" }]);
    expect(missing).toEqual(before);
  });

  it("makes an error again of what a lenient run has mended", () => {
    const mended = { ...callback, severity: "warning" as const };
    const [weighed] = weigh([mended], { "callback-left": { severity: "error", reason } });
    expect(weighed?.severity).toBe("error");
  });
});
