import { describe, expect, it } from "vitest";
import { diff } from "../../src/diff/diff.ts";
import type { Specs } from "../../src/specs.ts";
import { type Draft, smallModel, smallSpecs } from "../small-specs.ts";

const verdicts = (change: (specs: Draft<Specs>) => void) =>
  diff(smallModel(), smallModel(smallSpecs(change))).map(({ message, typescript }) => `${typescript}: ${message}`);

describe("keptByAlias", () => {
  it("takes a type that is a component's as well for one that is still there", () => {
    const found = verdicts(({ names }) => {
      Object.assign(names.operations["DialCall"] ?? {}, { type: "Place" });
    });
    expect(found.sort()).toEqual([
      "breaking: in TypeScript DialResponse became PlaceResponse",
      "compatible: in TypeScript DialRequest became PlaceRequest",
    ]);
  });

  it("takes an alias only for what it leads to", () => {
    const found = verdicts(({ names }) => {
      Object.assign(names.operations["DialCall"] ?? {}, { method: "calls.place" });
      names.aliases = { methods: { "calls.dial": "calls.hangup" } };
    });
    expect(found).toEqual(["breaking: the client's method calls.dial is called calls.place"]);
  });

  it("asks of a schema's alias that its type is there, too", () => {
    const rename = (types: Record<string, string>) => {
      const base = smallModel(
        smallSpecs(({ names }) => {
          names.schemas = { Error: "Failure" };
        }),
      );
      const head = smallModel(
        smallSpecs((specs) => {
          const { Error: error, ...schemas } = specs.contract.components?.schemas ?? {};
          const text = JSON.stringify({ ...specs.contract, components: { schemas: { ...schemas, ApiError: error } } });
          specs.contract = JSON.parse(text.replaceAll("schemas/Error", "schemas/ApiError"));
          specs.names.aliases = { schemas: { Error: "ApiError" }, types };
        }),
      );
      return diff(base, head).map(({ rule, typescript }) => [rule, typescript]);
    };
    expect(rename({})).toContainEqual(["schema-renamed", "breaking"]);
    expect(rename({ Failure: "ApiError" })).toContainEqual(["schema-renamed", "compatible"]);
  });
});
