import { describe, expect, it } from "vitest";
import { generate } from "../../src/generate.ts";
import { makePrograms } from "../../src/make-programs.ts";
import type { Specs } from "../../src/specs.ts";
import { type Draft, smallSpecs } from "../small-specs.ts";

type Change = (specs: Draft<Specs>) => void;

const run = (change: Change) => generate(smallSpecs(change), false, (_, stage) => stage(), makePrograms);
const schemas = (specs: Draft<Specs>) => specs.contract.components?.schemas ?? {};

describe("generate", () => {
  it("tells the types of resources apart whose names would be one", async () => {
    const { value } = await run(({ names }) => {
      Object.assign(names.operations["ListCalls"] ?? {}, { method: "calls.actionsFoo.list" });
      Object.assign(names.operations["DialCall"] ?? {}, { method: "calls.actions.foo.dial" });
    });
    const { text = "" } = value?.files.find(({ path }) => path === "client/src/generated/resources/calls.ts") ?? {};
    expect([...text.matchAll(/^export interface (\w+)/gm)].map(([, name]) => name)).toEqual(
      expect.arrayContaining(["CallsActionsFoo", "CallsActionsFoo2"]),
    );
  });

  it("reports a schema that is composed of itself, and does not throw", async () => {
    const loop = { allOf: [{ $ref: "#/components/schemas/Loop" }, { type: "object" }] };
    await expect(run((specs) => Object.assign(schemas(specs), { Loop: loop }))).resolves.toBeDefined();
  });

  it("reads a schema that contains itself without being a component", async () => {
    const inner = { type: "object", properties: { again: { $ref: "#/components/schemas/Error/properties/inner" } } };
    const change: Change = (specs) => Object.assign(schemas(specs)["Error"]?.properties ?? {}, { inner });
    await expect(run(change)).resolves.toBeDefined();
  });
});
