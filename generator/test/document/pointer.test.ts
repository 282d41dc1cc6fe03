import { describe, expect, it } from "vitest";
import { fromPointer, toPointer, valueAt } from "../../src/document/pointer.ts";

describe("toPointer", () => {
  it.each([
    { given: [], want: "#" },
    { given: ["paths", "/calls", "post"], want: "#/paths/~1calls/post" },
    { given: ["a~b", "c/d", "~1"], want: "#/a~0b/c~1d/~01" },
    { given: ["allOf", 0, ""], want: "#/allOf/0/" },
    { given: ["per cent", "50%"], want: "#/per cent/50%" },
  ])("writes $given as $want", ({ given, want }) => {
    expect(toPointer(given)).toBe(want);
  });
});

describe("fromPointer", () => {
  it.each([
    { given: "#", want: [] },
    { given: "#/", want: [""] },
    { given: "#/paths/~1calls/post", want: ["paths", "/calls", "post"] },
    { given: "#/a~0b/~01", want: ["a~b", "~1"] },
    { given: "#/components/schemas/Caf%C3%A9%20au%20lait", want: ["components", "schemas", "Café au lait"] },
    { given: "#/a%2Fb/c", want: ["a/b", "c"] },
    { given: "#/broken%", want: undefined },
    { given: "#anchor", want: undefined },
    { given: "other.yaml#/components", want: undefined },
    { given: "/components", want: undefined },
    { given: "", want: undefined },
  ])("reads $given as $want", ({ given, want }) => {
    expect(fromPointer(given)).toEqual(want);
  });

  it("reads back what toPointer writes", () => {
    const keys = ["paths", "/calls/{id}", "~", "/", "~1", "", "0"];
    expect(fromPointer(toPointer(keys))).toEqual(keys);
  });
});

describe("valueAt", () => {
  const root = { a: { b: [{ c: 1 }] }, nothing: null, text: "abc" };

  it.each([
    { given: [], want: root },
    { given: ["a", "b", 0, "c"], want: 1 },
    { given: ["a", "b", "0"], want: { c: 1 } },
    { given: ["nothing"], want: null },
    { given: ["nothing", "more"], want: undefined },
    { given: ["text", "0"], want: undefined },
    { given: ["a", "c"], want: undefined },
    { given: ["a", "b", 1], want: undefined },
  ])("finds $want at $given", ({ given, want }) => {
    expect(valueAt(root, given)).toEqual(want);
  });

  it.each(["constructor", "__proto__", "toString"])("finds no inherited %s", (key) => {
    expect(valueAt(root, [key])).toBeUndefined();
  });

  it("finds an own __proto__", () => {
    expect(valueAt(JSON.parse('{ "__proto__": 1 }'), ["__proto__"])).toBe(1);
  });
});
