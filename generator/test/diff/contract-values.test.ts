import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ChangeKind, catalogue, judge } from "../../src/diff/catalogue.ts";
import { type Change, type Direction, levels } from "../../src/diff/change.ts";
import { diff } from "../../src/diff/diff.ts";
import type { Schema } from "../../src/document/openapi.ts";
import { fromPointer, valueAt } from "../../src/document/pointer.ts";
import type { Draft } from "../small-specs.ts";
import { loadContract, modelOf } from "./contract/contract.ts";
import { type SchemaPlace, schemaPlaces } from "./contract/places.ts";
import { type ValueMutation, valueMutations } from "./contract/value-mutations.ts";

const base = modelOf(await loadContract());
const places = schemaPlaces(base.document);

/** The rule and the verdicts that a kind has at a place: those of the worst of its directions. */
function verdictAt(kind: ChangeKind, { directions }: SchemaPlace) {
  const order = (["request", "response", "webhook"] as const).filter((direction) => directions.has(direction));
  const rank = (direction: Direction) => levels.indexOf(judge(kind, direction)[0]);
  const [worst = "request"] = [...order].sort((left, right) => rank(left) - rank(right));
  const isBreaking = order.some((direction) => judge(kind, direction)[1] === "breaking");
  return { rule: `${worst}-${kind}`, level: judge(kind, worst)[0], typescript: isBreaking ? "breaking" : "compatible" };
}

const shown = ({ rule, level, typescript }: Change) => ({ rule, level, typescript });

/** The whole contract with one schema changed; nothing else of the model is, so that no consequence is told besides. */
function mutated({ keys }: SchemaPlace, { mutate }: ValueMutation) {
  const document = structuredClone(base.document);
  mutate(valueAt(document, keys.map(unescaped)) as Draft<Schema>);
  return { ...base, document };
}

const unescaped = (key: string) => key.replaceAll("~1", "/").replaceAll("~0", "~");

describe("one change of a value, anywhere in the contract", { timeout: 60_000 }, () => {
  it("is tried in some sixty ways and thousands of places", () => {
    expect(valueMutations.length).toBeGreaterThanOrEqual(60);
    expect(new Set(valueMutations.map(({ name }) => name)).size).toBe(valueMutations.length);
    expect(places.length).toBeGreaterThan(2000);
  });

  it.each(valueMutations)("$name: is told as $kind, once, and back as its mirror", (mutation) => {
    const own = places.filter(({ schema }) => mutation.isApplicable(schema));
    expect(own.length).toBeGreaterThan(0);
    fc.assert(
      fc.property(fc.constantFrom(...own), (place) => {
        const head = mutated(place, mutation);
        const changes = diff(base, head);
        expect(changes.map(shown), place.keys.join(" ")).toEqual([verdictAt(mutation.kind, place)]);
        for (const change of changes) {
          expect(valueAt(base.document, fromPointer(change.base ?? "#") ?? []), change.base).toBeDefined();
          expect(valueAt(head.document, fromPointer(change.head ?? "#") ?? []), change.head).toBeDefined();
        }
        const mirror = mutation.back ?? (catalogue[mutation.kind].mirror as ChangeKind);
        expect(diff(head, base).map(shown), place.keys.join(" ")).toEqual([verdictAt(mirror, place)]);
      }),
      { numRuns: 3, seed: 20_26 },
    );
  });
});
