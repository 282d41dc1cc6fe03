import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { correct } from "../src/correct.ts";
import { isObject, type OpenApiDocument } from "../src/document/openapi.ts";
import { loadSpecs } from "../src/load/specs.ts";
import type { Correction } from "../src/specs.ts";

const specsFolder = fileURLToPath(new URL("../../specs", import.meta.url));

let contract: OpenApiDocument;
let ahead: Correction;
beforeAll(async () => {
  const { value } = await loadSpecs(specsFolder);
  const correction = value?.corrections.find(({ file }) => file.endsWith("ahead-of-upstream.yaml"));
  if (value === undefined || correction === undefined) throw new Error("The correction cannot be read.");
  contract = value.contract;
  ahead = correction;
});

describe("what the official SDK has and the document has not", () => {
  it("is put where it is missing, each action in its place", () => {
    const { value, diagnostics } = correct(contract, [ahead]);
    expect(diagnostics).toEqual([]);
    expect(value.paths).toHaveProperty(["/calls/{call_control_id}/actions/pay", "post"]);
    expect(value.paths).toHaveProperty(["/texml/calls/{connection_id}", "post"]);
  });

  it("is a debt, action by action, once the document has it", () => {
    const { value: published } = correct(contract, [ahead]);
    const { value, diagnostics } = correct(published, [ahead]);
    expect(diagnostics.map(({ pointer }) => pointer)).toEqual(ahead.actions.map((_, index) => `#/actions/${index}`));
    expect(new Set(diagnostics.map(({ severity }) => severity))).toEqual(new Set(["debt"]));
    expect(value).toEqual(published);
  });

  it("does not touch what the document says of it in its own way", () => {
    const { value: published } = correct(contract, [ahead]);
    const properties = published.components?.schemas?.["CallRequest"]?.properties;
    const own = { type: "string", pattern: "^\\+" };
    const changed = structuredClone(published);
    Object.assign(changed.components?.schemas?.["CallRequest"]?.properties ?? {}, { diversion: own });
    expect(properties).toHaveProperty("diversion");
    expect(correct(changed, [ahead]).value.components?.schemas?.["CallRequest"]?.properties?.["diversion"]).toEqual(
      own,
    );
  });

  it("has the SDK as its source, and the operations and events that are new say so", () => {
    for (const { target, source, update } of ahead.actions) {
      expect(
        [source].flat().map((one) => one?.kind),
        target,
      ).toContain("sdk");
      for (const operation of operationsIn(update))
        expect(operation, target).toHaveProperty(["x-ahead-of-upstream", "sdk"]);
    }
  });
});

/** Every object of a value that is an operation. */
function operationsIn(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(operationsIn);
  if (!isObject(value)) return [];
  return [...("operationId" in value ? [value] : []), ...Object.values(value).flatMap(operationsIn)];
}
