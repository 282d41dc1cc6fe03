import { describe, expect, it } from "vitest";
import { componentName, resolve } from "../../src/document/resolve.ts";

const target = { type: "string" };

const root = {
  components: {
    schemas: {
      Target: target,
      "with/slash and space": target,
      First: { $ref: "#/components/schemas/Second" },
      Second: { $ref: "#/components/schemas/Target" },
      Self: { $ref: "#/components/schemas/Self" },
      Ping: { $ref: "#/components/schemas/Pong" },
      Pong: { $ref: "#/components/schemas/Ping" },
      Astray: { $ref: "#/components/schemas/Absent" },
      Parent: { properties: { child: target } },
    },
  },
};

/** A document of schemas `0` to `length - 1`, each a reference to the next, and the target after the last. */
function chain(length: number): object {
  const links = Array.from({ length }, (_, index): object => ({ $ref: `#/${index + 1}` }));
  return { ...[...links, target] };
}

describe("resolve", () => {
  it.each([
    { what: "a node that is no reference", node: { type: "number" }, want: { type: "number" } },
    { what: "nothing", node: undefined, want: undefined },
    { what: "a reference", node: { $ref: "#/components/schemas/Target" }, want: target },
    { what: "a chain of references", node: { $ref: "#/components/schemas/First" }, want: target },
    {
      what: "a reference below a component",
      node: { $ref: "#/components/schemas/Parent/properties/child" },
      want: target,
    },
    { what: "an escaped reference", node: { $ref: "#/components/schemas/with~1slash%20and%20space" }, want: target },
    { what: "a reference to itself", node: { $ref: "#/components/schemas/Self" }, want: undefined },
    { what: "references in a circle", node: { $ref: "#/components/schemas/Ping" }, want: undefined },
    { what: "a reference to nothing", node: { $ref: "#/components/schemas/Absent" }, want: undefined },
    { what: "a chain that ends nowhere", node: { $ref: "#/components/schemas/Astray" }, want: undefined },
    { what: "an inherited member", node: { $ref: "#/constructor" }, want: undefined },
    { what: "another file", node: { $ref: "other.yaml#/components/schemas/Target" }, want: undefined },
    { what: "an address", node: { $ref: "https://example.com/schema.json" }, want: undefined },
    { what: "a property named $ref", node: { $ref: { type: "string" } }, want: { $ref: { type: "string" } } },
  ])("follows $what", ({ node, want }) => {
    expect(resolve<object>(root, node)).toEqual(want);
  });

  it.each([
    { length: 62, want: target },
    { length: 63, want: undefined },
  ])("follows at most 63 references: a chain of $length after the first", ({ length, want }) => {
    expect(resolve<object>(chain(length), { $ref: "#/0" })).toEqual(want);
  });
});

describe("componentName", () => {
  it.each([
    { given: "#/components/schemas/Call", want: "Call" },
    { given: "#/components/schemas/a~1b", want: "a/b" },
    { given: "#/components/schemas/Call/properties/id", want: undefined },
    { given: "#/components/parameters/Id", want: undefined },
    { given: "#/components/schemas", want: undefined },
    { given: "Call", want: undefined },
    { given: "other.yaml#/components/schemas/Call", want: undefined },
  ])("takes $want from $given", ({ given, want }) => {
    expect(componentName(given)).toBe(want);
  });

  it("takes the name of another section when asked", () => {
    expect(componentName("#/components/parameters/Id", "parameters")).toBe("Id");
  });
});
