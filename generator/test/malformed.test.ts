import { describe, expect, it } from "vitest";
import { hasErrors } from "../src/diagnostic.ts";
import type { OpenApiDocument } from "../src/document/openapi.ts";
import { toPointer, valueAt } from "../src/document/pointer.ts";
import { generate } from "../src/generate.ts";
import { sync } from "../src/sync.ts";
import { smallSpecs } from "./small-specs.ts";

type Keys = readonly (string | number)[];

const schemas = ["components", "schemas"];
const call = [...schemas, "Call"];
const id = [...call, "properties", "call_id"];
const dial = ["paths", "/calls", "post"];
const list = ["paths", "/calls", "get"];
const body = [...dial, "requestBody"];
const json = ["content", "application/json"];
const answered = [...dial, "responses", "200"];
const filter = [...list, "parameters", 0];
const webhook = ["webhooks", "callEnded"];

const union = { oneOf: [{ $ref: "#/components/schemas/Error" }] };

/** What is put where, and what is said of it; `at` is where it is said, if that is below or above. */
type Fault = readonly [keys: Keys, value: unknown, reason: string, at?: Keys];

const faults: readonly Fault[] = [
  // Properties, as upstream had one in September 2022: a list of what should be a schema.
  [id, [{ name: "h" }], "it is a list, not an object"],
  [id, null, "it is null, not an object"],
  [id, "string", "it is a text, not an object"],
  [id, 7, "it is 7, not an object"],
  [[...call, "properties"], null, "it is null, not an object"],
  [[...call, "properties"], ["call_id"], "it is a list, not an object"],
  [[...call, "properties"], "call_id", "it is a text, not an object"],
  [call, null, "it is null, not an object"],
  [call, "object", "it is a text, not an object"],
  [[...call, "required"], null, "it is null, not a list of texts"],
  [[...call, "required"], "call_id", "it is a text, not a list of texts"],
  [[...call, "required"], [null], "it is a list, not a list of texts"],
  [[...id, "type"], null, "it is null, not a text or a list of texts"],
  [[...id, "type"], { a: 1 }, "it is an object, not a text or a list of texts"],
  [[...id, "type"], ["string", 1], "it is a list, not a text or a list of texts"],
  [[...id, "enum"], null, "it is null, not a list"],
  [[...id, "enum"], "a", "it is a text, not a list"],
  [[...id, "enum"], { a: "b" }, "it is an object, not a list"],
  [[...id, "format"], 32, "it is 32, not a text"],
  [[...id, "pattern"], ["^a"], "it is a list, not a text"],
  [[...id, "maxLength"], "5", "it is a text, not a number"],
  [[...id, "minLength"], null, "it is null, not a number"],
  [[...id, "deprecated"], "yes", "it is a text, not true or false"],
  [[...call, "allOf"], { $ref: "#/components/schemas/Error" }, "it is an object, not a list"],
  [[...call, "allOf"], null, "it is null, not a list"],
  [[...call, "oneOf"], [null], "it is null, not an object", [...call, "oneOf", 0]],
  [[...call, "anyOf"], ["Error"], "it is a text, not an object", [...call, "anyOf", 0]],
  [[...call, "items"], null, "it is null, not an object"],
  [[...call, "items"], [{ type: "string" }], "it is a list, not an object"],
  [[...call, "additionalProperties"], "string", "it is a text, not an object"],
  [[...call, "discriminator"], "type", "it is a text, not an object"],
  [call, { ...union, discriminator: {} }, "it has no `propertyName`", [...call, "discriminator"]],
  [
    call,
    { ...union, discriminator: { propertyName: "code", mapping: [] } },
    "it is a list, not an object of texts",
    [...call, "discriminator", "mapping"],
  ],
  [
    call,
    { ...union, discriminator: { propertyName: "code", mapping: { a: 1 } } },
    "it is an object, not an object of texts",
    [...call, "discriminator", "mapping"],
  ],
  [[...id, "$ref"], 7, "it is 7, not a text"],
  [[...id, "$ref"], null, "it is null, not a text"],
  // Parameters, bodies and answers.
  [[...list, "parameters"], { filter: {} }, "it is an object, not a list"],
  [[...list, "parameters"], null, "it is null, not a list"],
  [filter, null, "it is null, not an object"],
  [filter, "filter", "it is a text, not an object"],
  [filter, { in: "query" }, "it has no `name`"],
  [filter, { name: "filter" }, "it has no `in`"],
  [[...filter, "name"], 7, "it is 7, not a text"],
  [[...filter, "in"], "body", "it is a text, not path, query, header or cookie"],
  [[...filter, "schema"], null, "it is null, not an object"],
  [["paths", "/calls/{call_id}", "parameters"], "call_id", "it is a text, not a list"],
  [body, null, "it is null, not an object"],
  [body, { required: true }, "it has no `content`"],
  [[...body, "required"], "true", "it is a text, not true or false"],
  [[...body, "content"], null, "it is null, not an object"],
  [[...body, ...json], null, "it is null, not an object"],
  [[...body, ...json, "schema"], [], "it is a list, not an object"],
  [[...dial, "responses"], null, "it is null, not an object"],
  [[...dial, "responses"], ["200"], "it is a list, not an object"],
  [answered, null, "it is null, not an object"],
  [answered, "fine", "it is a text, not an object"],
  [[...answered, "content"], "application/json", "it is a text, not an object"],
  [[...answered, ...json], null, "it is null, not an object"],
  [[...answered, "headers"], [], "it is a list, not an object"],
  [[...answered, "headers"], { "X-Id": null }, "it is null, not an object", [...answered, "headers", "X-Id"]],
  // Operations, and what they are in.
  [[...dial, "operationId"], 7, "it is 7, not a text"],
  [[...dial, "operationId"], null, "it is null, not a text"],
  [[...dial, "tags"], "Calls", "it is a text, not a list of texts"],
  [[...dial, "tags"], null, "it is null, not a list of texts"],
  [[...dial, "security"], { bearer: [] }, "it is an object, not a list of objects"],
  [[...dial, "security"], [null], "it is a list, not a list of objects"],
  [dial, null, "it is null, not an object"],
  [dial, "Dial", "it is a text, not an object"],
  [["paths", "/calls"], null, "it is null, not an object"],
  [["paths", "/calls"], ["get"], "it is a list, not an object"],
  [["paths", "/calls"], "calls", "it is a text, not an object"],
  [["webhooks"], [], "it is a list, not an object"],
  [webhook, null, "it is null, not an object"],
  [[...webhook, "post"], null, "it is null, not an object"],
  [["servers"], "https://api.example.com", "it is a text, not a list"],
  [["servers", 0], null, "it is null, not an object"],
  [["servers", 0, "url"], 7, "it is 7, not a text"],
  [["security"], "bearer", "it is a text, not a list of objects"],
];

/** The small contract with one fault. */
function faulty([keys, value]: Fault): OpenApiDocument {
  const { contract } = smallSpecs();
  const parent = valueAt(contract, keys.slice(0, -1)) as Record<string | number, unknown>;
  parent[keys.at(-1) as string] = value;
  return contract;
}

const cases = faults.map((fault) => ({ name: `${toPointer(fault[0])}: ${JSON.stringify(fault[1])}`, fault }));

/** What a diagnostic of the fault says, and where. */
function told([keys, , reason, at = keys]: Fault) {
  const pointer = toPointer(at);
  return [{ severity: "error", pointer, message: `${pointer} is malformed: ${reason}.` }];
}

function malformedOf(diagnostics: readonly { code: string; severity: string; pointer?: string; message: string }[]) {
  return diagnostics
    .filter(({ code }) => code === "part-malformed")
    .map(({ severity, pointer, message }) => ({ severity, pointer, message }));
}

describe("a malformed part", () => {
  it.each(cases)("stops sync, which says where it is: $name", ({ fault }) => {
    const { slice, names } = smallSpecs();
    const { value, diagnostics } = sync({ document: faulty(fault), sha256: "", origin: {} }, { slice, names });
    expect(value).toBeUndefined();
    expect(malformedOf(diagnostics)).toEqual(told(fault));
  });

  it.each(cases.filter(({ fault: [keys] }) => keys.length > 1 || keys[0] !== "paths"))(
    "stops generate, which says where it is: $name",
    async ({ fault }) => {
      const specs = smallSpecs((draft) => {
        draft.contract = faulty(fault) as typeof draft.contract;
      });
      for (const isLenient of [false, true]) {
        const { value, diagnostics } = await generate(
          specs,
          isLenient,
          (_, run) => run(),
          async () => [],
        );
        expect({ value, stops: hasErrors(diagnostics) }).toEqual({ value: undefined, stops: true });
        expect(malformedOf(diagnostics)).toEqual(told(fault));
      }
    },
  );

  it("is told, each one of them", () => {
    const { slice, names, contract } = smallSpecs();
    const document = structuredClone(contract);
    Object.assign(document.components?.schemas ?? {}, { Call: null, Error: [] });
    const { diagnostics } = sync({ document, sha256: "", origin: {} }, { slice, names });
    expect(malformedOf(diagnostics).map(({ pointer }) => pointer)).toEqual([
      "#/components/schemas/Call",
      "#/components/schemas/Error",
    ]);
  });

  it("is a debt where a webhook says for it not which event it is", () => {
    const { slice, names } = smallSpecs();
    const document = faulty([[...webhook, "post", "requestBody"], "CallEnded", ""]);
    const { diagnostics } = sync({ document, sha256: "", origin: {} }, { slice, names });
    expect(diagnostics.map(({ code, pointer }) => [code, pointer])).toEqual([
      ["webhook-unclaimed", toPointer(webhook)],
    ]);
  });

  it("does not stop sync where no family leads to it", () => {
    const { slice, names, contract } = smallSpecs();
    const document = structuredClone(contract);
    const odd = { get: { tags: ["Fax"], parameters: {}, responses: { "200": null } }, parameters: null };
    Object.assign(document.paths, { "/fax": odd, "x-note": null });
    Object.assign(document.components?.schemas ?? {}, { Unused: null });
    const given = { ...slice, watch: { paths: [], events: [] } };
    const { value, diagnostics } = sync({ document, sha256: "", origin: {} }, { slice: given, names });
    expect(diagnostics).toEqual([]);
    expect(value?.lock.contract.operations).toBe(6);
  });

  it("is none where JSON Schema once had `required` at the field: it goes, as it says nothing", () => {
    const { slice, names } = smallSpecs();
    const document = faulty([[...id, "required"], true, ""]);
    const { value, diagnostics } = sync({ document, sha256: "", origin: {} }, { slice, names });
    expect(diagnostics).toEqual([]);
    expect(valueAt(value?.contract, id)).toEqual({ type: "string" });
  });
});
