import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diff } from "../../src/diff/diff.ts";
import type { OpenApiDocument, Schema } from "../../src/document/openapi.ts";
import { valueAt } from "../../src/document/pointer.ts";
import type { Model } from "../../src/model.ts";
import { loadContract, modelOf } from "./contract/contract.ts";
import { schemaPlaces } from "./contract/places.ts";
import { inlined, isInlineObject, references, reordered, replace, rewritings } from "./contract/rewritings.ts";

const contract = await loadContract();
const base = modelOf(contract);
const places = schemaPlaces(base.document);
const unescaped = (key: string) => key.replaceAll("~1", "/").replaceAll("~0", "~");
const some = { numRuns: 4, seed: 20_26 };

const withDocument = (document: OpenApiDocument): Model => ({ ...base, document });

/** The contract with something of its document written otherwise. */
function rewritten(rewrite: (document: OpenApiDocument) => void): Model {
  const document = structuredClone(base.document);
  rewrite(document);
  return withDocument(document);
}

function nothingIsTold(head: Model, about?: string): void {
  expect(diff(base, head), about).toEqual([]);
  expect(diff(head, base), about).toEqual([]);
}

describe("the contract written otherwise", { timeout: 60_000 }, () => {
  it("is the same beside itself", () => {
    expect(diff(base, base)).toEqual([]);
    nothingIsTold(modelOf(contract));
  });

  it("is the same in another order", () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (stream) => {
        const choose = (count: number) => Number(stream.next().value) % count;
        nothingIsTold(withDocument(reordered(base.document, choose) as OpenApiDocument));
      }),
      some,
    );
  });

  it("is the same with its operations and events in another order", () => {
    nothingIsTold({ ...base, operations: [...base.operations].reverse(), events: [...base.events].reverse() });
  });

  it.each(rewritings)("is the same with a schema $name", ({ isApplicable, rewrite }) => {
    const own = places.filter(({ schema }) => isApplicable(schema));
    expect(own.length).toBeGreaterThan(0);
    fc.assert(
      fc.property(fc.subarray([...own], { minLength: 1, maxLength: 20 }), (chosen) => {
        const head = rewritten((document) => {
          for (const { keys } of chosen) {
            const schema = valueAt(document, keys.map(unescaped)) as Schema;
            replace(schema, rewrite(structuredClone(schema)));
          }
        });
        nothingIsTold(head, chosen.map(({ keys }) => keys.join(" ")).join("; "));
      }),
      some,
    );
  });

  it("is the same with a reference written out", () => {
    const count = references(base.document).length;
    fc.assert(
      fc.property(fc.nat(count - 1), (index) => {
        const head = rewritten((document) => {
          const reference = references(document)[index];
          if (reference !== undefined) replace(reference, inlined(document, reference));
        });
        nothingIsTold(head, references(base.document)[index]?.$ref);
      }),
      { ...some, numRuns: 12 },
    );
  });

  it("has but a type more with a schema made a component", () => {
    const own = places.filter(isInlineObject);
    fc.assert(
      fc.property(fc.constantFrom(...own), ({ keys }) => {
        const head = rewritten((document) => {
          const schema = valueAt(document, keys.map(unescaped)) as Schema;
          Object.assign(document.components?.schemas ?? {}, { Another: structuredClone(schema) });
          replace(schema, { $ref: "#/components/schemas/Another" });
        });
        expect(
          diff(base, head).map(({ rule, owner }) => [rule, owner]),
          keys.join(" "),
        ).toEqual([["schema-added", "schema Another"]]);
        expect(diff(head, base).map(({ rule, owner }) => [rule, owner])).toEqual([
          ["schema-removed", "schema Another"],
        ]);
      }),
      some,
    );
  });

  it("has one change with a component called otherwise, whatever refers to it", () => {
    const names = Object.keys(base.document.components?.schemas ?? {});
    const forms = new Map<string, number>();
    for (const name of names) {
      const form = JSON.stringify(base.document.components?.schemas?.[name]);
      forms.set(form, (forms.get(form) ?? 0) + 1);
    }
    fc.assert(
      fc.property(fc.constantFrom(...names), (name) => {
        const text = JSON.stringify(base.document).replaceAll(
          `"#/components/schemas/${name}"`,
          '"#/components/schemas/Another"',
        );
        const document = JSON.parse(text) as OpenApiDocument;
        const { [name]: schema = {}, ...others } = document.components?.schemas ?? {};
        Object.assign(document.components ?? {}, { schemas: { ...others, Another: schema } });
        const events = base.events.map((event) => (event.schema === name ? { ...event, schema: "Another" } : event));
        const changes = diff(base, { ...base, document, events });
        expect(
          changes.map(({ rule, owner }) => [rule, owner]),
          name,
        ).toEqual([["schema-renamed", "schema Another"]]);
      }),
      { ...some, numRuns: 8 },
    );
  });
});
