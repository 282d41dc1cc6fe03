import { describe, expect, it } from "vitest";
import { type ChangeKind, catalogue, judge } from "../../src/diff/catalogue.ts";
import { type Direction, levels } from "../../src/diff/change.ts";
import { type Judgement, verdictOf } from "../../src/diff/judgement.ts";
import { phrases } from "../../src/diff/phrases.ts";
import { answerCases } from "./answer-cases.ts";
import { apiCases } from "./api-cases.ts";
import { bodyCases } from "./body-cases.ts";
import { keywordCases } from "./keyword-cases.ts";
import { limitCases } from "./limit-cases.ts";
import { nameCases } from "./name-cases.ts";
import { parameterCases } from "./parameter-cases.ts";
import { structureCases } from "./structure-cases.ts";
import { typeCases } from "./type-cases.ts";
import { walkCases } from "./walk-cases.ts";

const kinds = Object.keys(catalogue) as ChangeKind[];
const directions: readonly Direction[] = ["request", "response", "webhook"];

/** Every rule, which is a kind with a direction where it has any. */
const rules = kinds.flatMap((kind) => {
  const own = directions.filter((direction) => direction in catalogue[kind]);
  return own.length === 0 ? [kind] : own.map((direction) => `${direction}-${kind}`);
});

const ruleOf = (line: string) => line.split(" | ")[0] ?? "";
/** The kind of a rule, which may be called as a direction is. */
const kindOf = (rule: string) =>
  Object.hasOwn(catalogue, rule) ? rule : rule.replace(/^(request|response|webhook)-/, "");
const values = [...typeCases, ...keywordCases, ...limitCases, ...structureCases];
const operations = [...apiCases, ...nameCases, ...parameterCases, ...bodyCases, ...answerCases, ...walkCases];
const [there, back] = (["there", "back"] as const).map((way) => {
  const ofValues = values.flatMap((given) => directions.map((direction) => `${direction}-${given[way].kind}`));
  return [...ofValues, ...operations.flatMap((given) => given[way].map(ruleOf))];
});

describe("the catalogue of changes", () => {
  it("has each rule in a table, one way and the other", () => {
    const tried = new Set([...(there ?? []), ...(back ?? [])]);
    expect(rules.filter((rule) => !tried.has(rule))).toEqual([]);
  });

  it.each(operations.filter((given) => given.there.length === 1))("tells $there.0 back as its mirror", (given) => {
    const [one = "", other = ""] = [given.there[0], given.back[0]].map((line) => kindOf(ruleOf(line ?? "")));
    expect(other).toBe(catalogue[one as ChangeKind].mirror);
  });

  it.each(values)("tells $there.kind back as its mirror, $back.kind", (given) => {
    expect(catalogue[given.there.kind].mirror).toBe(given.back.kind);
  });

  it.each(kinds)("gives %s a mirror whose mirror it is", (kind) => {
    const { mirror } = catalogue[kind];
    // What is added is no longer required once it is gone.
    expect(catalogue[mirror as ChangeKind].mirror).toBe(kind.replace(/^required-/, ""));
  });

  it.each(kinds)("judges %s in the directions of its mirror, and says why in a sentence", (kind) => {
    const own: Judgement = catalogue[kind];
    for (const direction of [...directions, undefined]) {
      const has = (judgement: Judgement) => verdictOf(judgement, direction) !== undefined;
      expect(has(catalogue[own.mirror as ChangeKind])).toBe(has(own));
    }
    expect(own.reason).toMatch(/^[A-Z`].*\.$/);
    expect(own.reason).not.toContain("\n");
  });

  it.each(kinds)("is the worse for %s the less is possible where it is sent, the more where it is received", (kind) => {
    const { request, response }: Judgement = catalogue[kind];
    const { mirror } = catalogue[kind];
    const back: Judgement = catalogue[mirror as ChangeKind];
    if (request === undefined || response === undefined || mirror === kind) return;
    const rank = (verdict: typeof request | undefined) => levels.indexOf(verdict?.[0] ?? "safe");
    const isFreer = rank(request) > rank(back.request);
    if (isFreer && !/-(removed|added)$/.test(kind)) expect(rank(response)).toBeLessThanOrEqual(rank(back.response));
  });

  it.each(kinds)("tells %s in a sentence", (kind) => {
    expect(phrases[kind]).toMatch(/^(the|requests|the|in|methods|pages|fields|a|\{it\}|\{before\}) /);
  });

  it("judges no kind in a direction that it has not", () => {
    expect(() => judge("body-added", "webhook")).toThrow("body-added of a webhook");
  });
});
