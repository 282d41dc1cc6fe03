import { toPointer } from "../document/pointer.ts";
import type { Model } from "../model.ts";
import { catalogue, judge } from "./catalogue.ts";
import { type Change, type Direction, type Finding, levels, type Place } from "./change.ts";
import { findPointer } from "./find-pointer.ts";
import { keptByAlias } from "./kept-by-alias.ts";
import { messageOf } from "./message.ts";
import { type Reach, reachOf } from "./reach.ts";

/** The sections of the components, by the word that their owners begin with. */
const sections: Readonly<Record<string, string>> = {
  schema: "schemas",
  ...{ parameter: "parameters", body: "requestBodies", answer: "responses", header: "headers" },
};

/** Gathers findings as changes: one that is met in several directions is one change, judged by the worst of them. */
export class Findings {
  readonly #changes = new Map<string, Change>();
  readonly #base: Model;
  readonly #head: Model;
  readonly #reaches = new Map<Model, Reach>();

  constructor(base: Model, head: Model) {
    this.#base = base;
    this.#head = head;
  }

  add(place: Place, direction: Direction | undefined, finding: Finding): void {
    const at = finding.below === undefined ? place : placeBelow(place, finding.kind, finding.below);
    const key = JSON.stringify([at.owner, at.path, finding.kind, finding.before, finding.after]);
    const change = this.#judged(at, direction, finding);
    const known = this.#changes.get(key);
    this.#changes.set(key, known === undefined ? change : worse(known, change));
  }

  /** The worst first, otherwise in the order in which they were found. */
  changes(): Change[] {
    return [...this.#changes.values()].sort((left, right) => levels.indexOf(left.level) - levels.indexOf(right.level));
  }

  #judged(place: Place, direction: Direction | undefined, finding: Finding): Change {
    const [level, judged] = judge(finding.kind, direction);
    const typescript = keptByAlias(this.#base, this.#head, finding) ? "compatible" : judged;
    const isDirected = direction !== undefined && direction in catalogue[finding.kind];
    return {
      rule: isDirected ? `${direction}-${finding.kind}` : finding.kind,
      level,
      typescript,
      owner: place.owner,
      path: place.path,
      message: messageOf(finding, place.path),
      ...(place.base !== "" && { base: findPointer(this.#base.document, place.base) }),
      ...(place.head !== "" && { head: findPointer(this.#head.document, place.head) }),
      touched: this.#touched(place),
    };
  }

  /** Who uses the component that owns the place, on either side; what is no component has but its owner. */
  #touched({ owner, path, base }: Place): string[] {
    const [, noun = "", name = ""] = /^(\S+) (.+)$/.exec(owner) ?? [];
    const section = sections[noun];
    if (section === undefined) return [];
    const pointer = toPointer(["components", section, name]);
    // A component that is called otherwise now has its former users under its former name.
    const former = path === "" && base !== "" ? base : pointer;
    return [...new Set([...this.#reach(this.#base)(former), ...this.#reach(this.#head)(pointer)])].sort();
  }

  #reach(model: Model): Reach {
    const reach = this.#reaches.get(model) ?? reachOf(model);
    this.#reaches.set(model, reach);
    return reach;
  }
}

/** The place of a field: one that came has none before, one that went none after. */
function placeBelow({ owner, path, base, head }: Place, kind: Finding["kind"], name: string): Place {
  const at = (pointer: string) => `${pointer}${toPointer(["properties", name]).slice(1)}`;
  return {
    owner,
    path: path === "" ? name : `${path}.${name}`,
    base: kind.endsWith("-added") ? "" : at(base),
    head: kind.endsWith("-removed") ? "" : at(head),
  };
}

const order: readonly string[] = ["request", "response", "webhook"];

/** The worse of two judgements of one change, on the wire and for TypeScript; of two alike that of the request. */
function worse(one: Change, other: Change): Change {
  const rank = ({ level, rule }: Change) => levels.indexOf(level) * 3 + order.indexOf(rule.split("-")[0] ?? "");
  const worst = rank(other) < rank(one) ? other : one;
  return { ...worst, typescript: one.typescript === "breaking" ? "breaking" : other.typescript };
}
