import { describe, expect, it } from "vitest";
import { forms } from "../../src/load/forms.ts";

const faults = (aliases: unknown) =>
  forms.names({ operations: {}, events: {}, aliases }).map(({ keys, message }) => `${keys.join("/")}: ${message}`);

describe("the form of aliases", () => {
  it("takes each section or none", () => {
    expect(faults({})).toEqual([]);
    expect(faults({ methods: { "a.b": "a.c" }, types: { A: "B" }, schemas: { a: "B" } })).toEqual([]);
  });

  it("tells what is no name", () => {
    expect(faults([])).toEqual(["aliases: It is no object."]);
    expect(faults({ methods: { "a.b": "a." }, types: { A: 1 }, schemas: [] })).toEqual([
      "aliases/methods/a.b: A part of a. is empty.",
      "aliases/types/A: It is no text.",
      "aliases/schemas: It is no object.",
    ]);
  });
});
