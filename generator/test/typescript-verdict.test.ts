import { describe, expect, it } from "vitest";
import { catalogue } from "../src/diff/catalogue.ts";
import type { Change, Direction } from "../src/diff/change.ts";
import { diff } from "../src/diff/diff.ts";
import type { Model } from "../src/model.ts";
import { smallModel } from "./small-specs.ts";
import { aliasCases } from "./typescript-verdict/alias-cases.ts";
import { specsWith } from "./typescript-verdict/base.ts";
import { Consumers } from "./typescript-verdict/compile.ts";
import { consumers, program } from "./typescript-verdict/consumer.ts";
import { contentCases } from "./typescript-verdict/content-cases.ts";
import { deliveryCases } from "./typescript-verdict/delivery-cases.ts";
import { nameCases } from "./typescript-verdict/name-cases.ts";
import { operationCases } from "./typescript-verdict/operation-cases.ts";
import type { TrialCase } from "./typescript-verdict/trial-case.ts";
import { type ValueCase, valueCases } from "./typescript-verdict/value-cases.ts";

/** A change that is tried: the rule that it is told by, and the programs that use what it changes, on both sides. */
interface Trial {
  readonly name: string;
  readonly rule: string;
  readonly changes: readonly Change[];
  readonly uses: readonly { readonly text: string; readonly before: string; readonly after: string }[];
}

const all = new Consumers();

function trial(rule: string, name: string, base: Model, head: Model, texts: readonly string[]): Trial {
  const uses = texts.map((text) => ({ text, before: all.add(base, text), after: all.add(head, text) }));
  return { name, rule, changes: diff(base, head), uses };
}

const directions: readonly Direction[] = ["request", "response", "webhook"];

function valueTrials({ kind, before, after, ...uses }: ValueCase): Trial[] {
  const [base, head] = [smallModel(specsWith(before)), smallModel(specsWith(after))];
  const { mirror } = catalogue[kind];
  return directions.flatMap((direction) => {
    const [there, back] = direction === "request" ? [uses.sent, uses.sentBack] : [uses.received, uses.receivedBack];
    const write = consumers[direction];
    return [
      trial(`${direction}-${kind}`, `${direction}-${kind}`, base, head, there.map(write)),
      trial(`${direction}-${mirror}`, `${direction}-${mirror}, back from ${kind}`, head, base, back.map(write)),
    ];
  });
}

function caseTrials({ rule, mirror, start = () => {}, change, uses, usesBack }: TrialCase): Trial[] {
  const string = { type: "string" } as const;
  const [base, head] = [smallModel(specsWith(string, start)), smallModel(specsWith(string, start, change))];
  return [
    trial(rule, rule, base, head, uses.map(program)),
    trial(mirror, `${mirror}, back from ${rule}`, head, base, usesBack.map(program)),
  ];
}

const cases = [...operationCases, ...contentCases, ...deliveryCases, ...nameCases, ...aliasCases];
const trials = [...valueCases.flatMap(valueTrials), ...cases.flatMap(caseTrials)];

/** What has a verdict: each kind with each of its directions, by its rule. */
const rules = Object.entries(catalogue).flatMap(([kind, judgement]) => {
  const own = directions.filter((direction) => direction in judgement);
  return own.length === 0 ? [kind] : own.map((direction) => `${direction}-${kind}`);
});

/** What no type tells of, whose verdict can be no other. */
const untyped = ["security-changed", "security-scheme-changed", "operation-sunset-changed"];

describe("the verdict for TypeScript", () => {
  it("is tried for everything that has one", () => {
    const tried = new Set(trials.map(({ rule }) => rule));
    expect(rules.filter((rule) => !tried.has(rule))).toEqual(untyped);
  });

  it.each(trials)("$name", { timeout: 60_000 }, ({ rule, changes, uses }) => {
    const own = changes.filter((change) => change.rule === rule);
    expect(own.length, changes.map((change) => change.rule).join()).toBeGreaterThan(0);
    for (const { before, text } of uses) expect(all.errors(before), text).toEqual([]);
    const broken = uses.filter(({ after }) => all.errors(after).length > 0);
    const isBreaking = own.some(({ typescript }) => typescript === "breaking");
    expect(broken.map(({ text }) => text)).toEqual(isBreaking ? uses.map(({ text }) => text) : []);
  });
});
