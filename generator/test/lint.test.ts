import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { lint } from "../src/lint.ts";
import { smallModel, smallSpecs } from "./small-specs.ts";

describe("lint", () => {
  it("is content with the small model", () => {
    expect(lint(smallModel(), smallSpecs())).toEqual([]);
  });

  it("asks every rule, in the order in which findings are printed", () => {
    const specs = smallSpecs(({ contract, names }) => {
      Object.assign(names.operations, { Gone: { method: "a.b", type: "Gone" } });
      names.schemas = { Error: "lower case" };
      Object.assign(names.operations["HangupCall"] ?? {}, { method: "hangup" });
      Object.assign(contract.paths["/calls/{call_id}"]?.delete ?? {}, { callbacks: { left: {} } });
      delete contract.components?.schemas?.["CallAnswered"]?.required;
      Object.assign(contract.components?.schemas?.["Error"] ?? {}, { discriminator: { propertyName: "code" } });
      Object.assign(contract.components?.schemas?.["Error"]?.properties ?? {}, {
        gone: { $ref: "#/components/schemas/Gone" },
        wrong: { type: "string", default: 1 },
        alike: { enum: ["a-b", "a_b"] },
      });
      Object.assign(contract.components?.schemas ?? {}, {
        Circle: { allOf: [{ $ref: "#/components/schemas/Circle" }] },
      });
      contract.paths["/calls"]?.get?.parameters?.push({ name: "lost", in: "path", schema: { type: "string" } });
      contract.paths["/calls"]?.get?.parameters?.push({ name: "page", in: "query", schema: { type: "string" } });
      Object.assign(contract.components?.schemas?.["Call"]?.properties ?? {}, { legs: { type: "array", items: {} } });
    });
    const model = smallModel(specs);
    const terms = { unheard: ["x"] };
    const [first] = model.operations;
    const [event] = model.events;
    if (first === undefined || event === undefined) throw new Error("The small model is empty.");
    const again = { ...first, accessor: ["calls", "again"], types: {} };
    const twice = { ...event, types: { event: "AnsweredAgainEvent", payload: "AnsweredAgainPayload" } };
    const broken = { ...model, operations: [...model.operations, again], events: [...model.events, twice] };
    const translation = {
      language: "xx",
      families: {},
      operations: {},
      events: {},
      glossary: {},
      overrides: {},
      terms,
    };
    const triggers = { Gone: [{ event: "x", occasion: "untold" }] };
    const v1Events = { gone: { event: "call.gone", source: { kind: "page", at: "example.com" } as const } };
    const corrections = [
      {
        file: "specs/corrections/x.yaml",
        overlay: "1.0.0",
        info: { title: "X", version: "1.0.0" },
        actions: [{ target: "$.info", description: "A reason.", update: {} }],
      },
    ];
    const wordings = [...specs.wordings, translation];
    const codes = lint(broken, { ...specs, wordings, triggers, v1Events, corrections }).map(({ code }) => code);
    const known = [
      "reference-unresolved",
      "composition-circular",
      "operation-id-duplicate",
      "method-name-invalid",
      "type-name-invalid",
      "event-name-duplicate",
      "event-envelope-incomplete",
      "discriminator-unmapped",
      "callback-left",
      "path-parameter-unused",
      "pagination-unknown",
      "default-invalid",
      "enum-values-alike",
      "correction-without-source",
      "name-unused",
      "trigger-unused",
      "v1-event-missing",
      "wording-unused",
    ];
    expect([...new Set<string>(codes)].filter((code) => known.includes(code))).toEqual(known);
  });

  it("knows every file of its folder", () => {
    const source = readFileSync(new URL("../src/lint.ts", import.meta.url), "utf8");
    const rules = readdirSync(new URL("../src/lint", import.meta.url)).filter((name) => name.endsWith(".ts"));
    expect(rules.filter((name) => !source.includes(`./lint/${name}"`))).toEqual([]);
  });
});
