import { describe, expect, it } from "vitest";
import { forms } from "../../src/load/forms.ts";

const faults = (official: unknown) => {
  const operations = { Dial: { method: "calls.dial", type: "Dial", official } };
  return forms.names({ operations, events: {} }).map(({ keys, message }) => `${keys.slice(3).join("/")}: ${message}`);
};

describe("the form of what is different in the official SDKs", () => {
  it("takes each part or none", () => {
    expect(faults({})).toEqual([]);
    expect(faults({ method: "a.b", pages: false, fields: { a: "b" }, body: "c" })).toEqual([]);
  });

  it("tells what is of another form", () => {
    expect(faults(1)).toEqual([": It is no object."]);
    expect(faults({ method: "a.", pages: "no", fields: { a: 1 }, body: 1 })).toEqual([
      "method: A part of a. is empty.",
      "pages: It is neither true nor false.",
      "fields/a: It is no text.",
      "body: It is no text.",
    ]);
  });
});
