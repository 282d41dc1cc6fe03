import { toPointer } from "../document/pointer.ts";
import type { Model } from "../model.ts";
import { catalogue, judge } from "./catalogue.ts";
import { type Change, type Direction, type Finding, levels, type Place } from "./change.ts";
import { keptByAlias } from "./kept-by-alias.ts";
import { messageOf } from "./message.ts";
import { type Reach, reachOf } from "./reach.ts";

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
    const { kind, below, before = "", after = "" } = finding;
    const path = below === undefined ? place.path : [place.path, below].filter((part) => part !== "").join(".");
    const key = JSON.stringify([place.owner, path, kind, before, after]);
    const change = this.#judged(place, path, direction, finding);
    const known = this.#changes.get(key);
    this.#changes.set(key, known === undefined ? change : worse(known, change));
  }

  changes(): Change[] {
    return [...this.#changes.values()];
  }

  #judged(place: Place, path: string, direction: Direction | undefined, finding: Finding): Change {
    const { kind, below } = finding;
    const [level, judged] = judge(kind, direction);
    const typescript = keptByAlias(this.#base, this.#head, finding) ? "compatible" : judged;
    const isDirected = direction !== undefined && direction in catalogue[kind];
    const at = (pointer: string) =>
      below === undefined ? pointer : `${pointer}${toPointer(["properties", below]).slice(1)}`;
    const [base, head] = [at(place.base), at(place.head)];
    return {
      rule: isDirected ? `${direction}-${kind}` : kind,
      level,
      typescript,
      owner: place.owner,
      path,
      message: messageOf(finding, path),
      ...(place.base !== "" && !/(^|-)added$/.test(kind) && { base }),
      ...(place.head !== "" && !/(^|-)removed$/.test(kind) && { head }),
      touched: this.#touched(place),
    };
  }

  /** Who uses the schema, on either side. */
  #touched({ owner, base, head }: Place): string[] {
    if (!owner.startsWith("schema ")) return [];
    const users = (model: Model, pointer: string) =>
      this.#reach(model)(/^#\/components\/schemas\/([^/]*)/.exec(pointer)?.[1] ?? "");
    return [...new Set([...users(this.#base, base), ...users(this.#head, head)])].sort();
  }

  #reach(model: Model): Reach {
    const reach = this.#reaches.get(model) ?? reachOf(model);
    this.#reaches.set(model, reach);
    return reach;
  }
}

/** The worse of two judgements of one change, on the wire and for TypeScript. */
function worse(one: Change, other: Change): Change {
  const [worst] = [one, other].sort((left, right) => levels.indexOf(left.level) - levels.indexOf(right.level));
  const typescript = one.typescript === "breaking" ? one.typescript : other.typescript;
  return { ...(worst ?? one), typescript };
}
