import { describe, expect, it } from "vitest";
import { typeText } from "../../../src/emit/docs/type-text.ts";
import type { Model, Shape } from "../../../src/model.ts";
import { smallModel } from "../../small-specs.ts";

const scalar = (type: "string" | "integer" | "null"): Shape => ({ kind: "scalar", type, limits: {} });
const named = (name: string): Shape => ({ kind: "named", name });
const union = (...members: Shape[]): Shape => ({ kind: "union", members });
const list = (items: Shape): Shape => ({ kind: "list", items, limits: {} });
const uuid: Shape = { kind: "scalar", type: "string", format: "uuid", limits: {} };

const shapes: Readonly<Record<string, Shape>> = {
  Id: uuid,
  Alias: named("Id"),
  Tree: list(named("Tree")),
  Even: list(named("Odd")),
  Odd: list(named("Even")),
};
const model: Model = {
  ...smallModel(),
  schemas: Object.entries(shapes).map(([name, shape]) => ({ name, typeName: name, shape, pointer: "#" })),
};

describe("typeText", () => {
  const tables: readonly [string, Shape, string][] = [
    ["a scalar", scalar("integer"), "integer"],
    ["a scalar of a format", uuid, "string (uuid)"],
    ["literals", { kind: "literals", values: ["a", 1, null, true] }, '"a" | 1 | null | true'],
    ["literals with commas and pipes", { kind: "literals", values: ["a,b", "c|d"] }, '"a,b" | "c|d"'],
    ["literals to which others may come", { kind: "literals", values: ["en"], isOpen: true }, '"en" | string'],
    ["a list", list(scalar("string")), "string[]"],
    ["a list of one of several", list(union(scalar("string"), scalar("null"))), "(string | null)[]"],
    ["a list of lists", list(list(scalar("string"))), "string[][]"],
    ["a structure", { kind: "structure", fields: [] }, "object"],
    ["a union", union(scalar("string"), scalar("null")), "string | null"],
    ["a union whose members read the same", union(named("Id"), uuid, scalar("null")), "string (uuid) | null"],
    ["anything", { kind: "anything" }, "any"],
    ["a named schema", named("Id"), "string (uuid)"],
    ["a name for a name", named("Alias"), "string (uuid)"],
    ["a named schema that is not there", named("Gone"), "object"],
    ["a schema that lists itself", named("Tree"), "object[]"],
    ["two schemas that lead to each other", named("Even"), "object[][]"],
  ];
  it.each(tables)("%s", (_, shape, want) => {
    expect(typeText(model, shape)).toBe(want);
  });
});

describe("typeText: what was wrong once", () => {
  const nullable: Model = {
    ...model,
    schemas: [{ name: "Maybe", typeName: "Maybe", shape: union(scalar("string"), scalar("null")), pointer: "#" }],
  };

  it("says null once where a named schema and its use both allow it", () => {
    expect(typeText(nullable, union(named("Maybe"), scalar("null")))).toBe("string | null");
  });

  it("reads an enum of null alone as null", () => {
    expect(typeText(model, union({ kind: "literals", values: [] }, scalar("null")))).toBe("null");
  });
});
