import type { Change } from "../../src/diff/change.ts";
import { diff } from "../../src/diff/diff.ts";
import type { Model } from "../../src/model.ts";
import type { Specs } from "../../src/specs.ts";
import { type Draft, smallModel, smallSpecs } from "../small-specs.ts";

/** What is changed of the small specs for one side. */
export type Side = (specs: Draft<Specs>) => void;

/** The model of the small specs after a change. */
export function sideOf(change: Side = () => {}): Model {
  return smallModel(smallSpecs(change));
}

/** What there is to tell from one side to the other. */
export function told(base: Side, head: Side): readonly Change[] {
  return diff(sideOf(base), sideOf(head));
}

/** A change in one line: rule, verdicts, owner, path, message, where it stands before and after, and whom it touches. */
export function lineOf({ rule, level, typescript, owner, path, message, base, head, touched }: Change): string {
  const verdicts = `${level}, ${typescript}`;
  return [rule, verdicts, owner, path, message, base ?? "-", head ?? "-", touched.join(", ")].join(" | ").trimEnd();
}
