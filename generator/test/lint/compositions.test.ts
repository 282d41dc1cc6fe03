import { describe, expect, it } from "vitest";
import type { Schema } from "../../src/document/openapi.ts";
import { compositions } from "../../src/lint/compositions.ts";
import { smallModel } from "../small-specs.ts";

const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

function found(schemas: Record<string, Schema>): string[] {
  const model = smallModel();
  return [...compositions({ ...model, document: { ...model.document, components: { schemas } } })].map(
    ({ severity, code, message, pointer }) => `${severity} ${code} ${pointer}: ${message}`,
  );
}

const circular = (name: string) =>
  `error composition-circular #/components/schemas/${name}: The schema ${name} is composed of itself.`;

describe("compositions", () => {
  const content: readonly [string, Record<string, Schema>][] = [
    ["a schema that contains itself", { A: { allOf: [{ properties: { a: ref("A") } }] } }],
    ["a schema that is one of several, itself among them", { A: { oneOf: [ref("A"), { type: "string" }] } }],
    ["a part that is met twice", { A: { allOf: [ref("B"), { allOf: [ref("B")] }] }, B: { type: "object" } }],
    ["a part that leads nowhere", { A: { allOf: [ref("Gone")] } }],
  ];
  it.each(content)("is content with %s", (_, schemas) => {
    expect(found(schemas)).toEqual([]);
  });

  const refused: readonly [string, Record<string, Schema>, readonly string[]][] = [
    ["a schema that is a part of itself", { A: { allOf: [ref("A"), { type: "object" }] } }, ["A"]],
    ["one deeper inside", { A: { allOf: [{ allOf: [ref("A")] }] } }, ["A"]],
    ["two that are parts of each other", { A: { allOf: [ref("B")] }, B: { allOf: [ref("A")] } }, ["A", "B"]],
    ["only those in the circle", { A: { allOf: [ref("B")] }, B: { allOf: [ref("B")] } }, ["B"]],
  ];
  it.each(refused)("reports %s", (_, schemas, names) => {
    expect(found(schemas)).toEqual(names.map(circular));
  });
});
