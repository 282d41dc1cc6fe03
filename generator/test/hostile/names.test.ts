import { describe, expect, it } from "vitest";
import { generate } from "../../src/generate.ts";
import { makePrograms } from "../../src/make-programs.ts";
import { isMethodName, isTypeName } from "../../src/model/name.ts";
import type { Specs } from "../../src/specs.ts";
import { type Draft, smallSpecs } from "../small-specs.ts";
import { payloads } from "./payloads.ts";

/** The codes of what a lenient run finds fatal in the small specs after a change, and whether it made anything. */
async function refusal(change: (specs: Draft<Specs>) => void): Promise<{ codes: string[]; made: boolean }> {
  const { value, diagnostics } = await generate(smallSpecs(change), true, (_, stage) => stage(), makePrograms);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  return { codes: [...new Set(errors.map(({ code }) => code))].sort(), made: value !== undefined };
}

describe("names.json that names things in a hostile way", () => {
  const methods = payloads.filter((payload) => !isMethodName(payload));
  const types = payloads.filter((payload) => !isTypeName(`${payload}Request`));

  it("is refused where a method is no row of identifiers", async () => {
    for (const method of methods) {
      const found = await refusal(({ names }) =>
        Object.assign(names.operations, { DialCall: { method, type: "Dial" } }),
      );
      expect(found, JSON.stringify(method)).toEqual({ codes: ["method-name-invalid"], made: false });
    }
    expect(methods).toHaveLength(payloads.length);
  });

  it("is refused where a type of an operation is no name of a type", async () => {
    for (const type of types) {
      const found = await refusal(({ names }) =>
        Object.assign(names.operations, { DialCall: { method: "a.b", type } }),
      );
      expect(found, JSON.stringify(type)).toEqual({ codes: ["type-name-invalid"], made: false });
    }
    expect(types.length).toBeGreaterThan(80);
  });

  it("is refused where a type of an event or of a schema is none", async () => {
    for (const type of types) {
      const found = await refusal(({ names }) => {
        Object.assign(names.events, { callEnded: { event: "call.hangup", type } });
        names.schemas = { Call: `${type}!` };
      });
      expect(found, JSON.stringify(type)).toEqual({ codes: ["type-name-invalid"], made: false });
    }
  });

  it("names nothing that the document does not have, whatever its keys are", async () => {
    const entries = payloads.map((payload) => [payload, { method: "x.y", type: "Z", event: payload }]);
    const { value } = await generate(
      smallSpecs(({ names }) => {
        names.operations = { ...Object.fromEntries(entries), ...names.operations };
        names.events = { ...Object.fromEntries(entries), ...names.events };
      }),
      true,
      (_, stage) => stage(),
      makePrograms,
    );
    const usual = await generate(smallSpecs(), true, (_, stage) => stage(), makePrograms);
    expect(value?.files.map(({ path }) => path)).toEqual(usual.value?.files.map(({ path }) => path));
    expect(value?.files.filter(({ text }) => text.includes("__canary"))).toEqual([]);
  });
});
