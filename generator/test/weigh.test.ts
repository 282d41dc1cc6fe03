import { describe, expect, it } from "vitest";
import { diagnose } from "../src/diagnostic.ts";
import { generate } from "../src/generate.ts";
import { makePrograms } from "../src/make-programs.ts";
import type { Severities } from "../src/specs.ts";
import { weigh } from "../src/weigh.ts";
import { type Draft, smallSpecs } from "./small-specs.ts";

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

describe("weigh, as a stage of generate", () => {
  /** The small specs, with an operation without a text and a correction without a target. */
  async function run(severities: Draft<Severities>, isLenient = false) {
    const specs = smallSpecs((draft) => {
      delete draft.wordings[0]?.operations["DialCall"];
      const source = { kind: "document", at: "another place" } as const;
      const actions = [{ target: "$.gone", description: reason, source, remove: true }];
      draft.corrections.push({ file: "a.yaml", overlay: "1.0.0", info: { title: "A", version: "1" }, actions });
      draft.severities = severities;
    });
    const { value, diagnostics } = await generate(specs, isLenient, (_, stage) => stage(), makePrograms);
    return { made: value !== undefined, found: diagnostics.map(({ severity, code }) => `${severity} ${code}`) };
  }

  it("changes nothing where there is no entry", async () => {
    expect(await run({})).toEqual({ made: true, found: ["debt correction-unmatched", "debt wording-missing"] });
  });

  it("stops at what was raised to an error", async () => {
    const found = ["debt correction-unmatched", "error wording-missing"];
    expect(await run({ "wording-missing": { severity: "error", reason } })).toEqual({ made: false, found });
  });

  it("owes nothing for what was lowered to a warning", async () => {
    const found = ["debt correction-unmatched", "warning wording-missing"];
    expect(await run({ "wording-missing": { severity: "warning", reason } })).toEqual({ made: true, found });
  });

  it("has the last word in a lenient run", async () => {
    const found = ["error correction-unmatched", "debt wording-missing"];
    expect(await run({ "correction-unmatched": { severity: "error", reason } }, true)).toEqual({ made: false, found });
  });
});
