import { describe, expect, it } from "vitest";
import { texmlForm } from "../../src/load/texml-form.ts";
import type { TexmlCallbacks } from "../../src/specs.ts";
import type { Draft } from "../small-specs.ts";
import { smallTexml } from "../small-texml.ts";

const told = (change: (texml: Draft<TexmlCallbacks>) => void) =>
  texmlForm(smallTexml(change)).map(({ keys, message }) => [keys.join("/"), message]);

/** Changes what no type would let through. */
const set = (path: string, value: unknown) => (texml: object) => {
  const keys = path.split("/");
  const last = keys.pop() ?? "";
  const holder = keys.reduce<Record<string, unknown>>((node, key) => node[key] as never, texml as never);
  holder[last] = value;
};

describe("texmlForm", () => {
  it("takes what the type has", () => {
    expect(told(() => {})).toEqual([]);
  });

  it.each<[string, unknown, string, string]>([
    ["callbacks/ask/source", undefined, "callbacks/ask/source", "It is no object with a `kind`."],
    ["callbacks/ask/source", [], "callbacks/ask/source", "It is an empty list."],
    [
      "callbacks/ask/schema/$ref",
      "other.yaml#/Call",
      "callbacks/ask/schema/$ref",
      "It does not lead to `#/components/schemas/…`.",
    ],
    ["callbacks/ask/recognisedBy", [], "callbacks/ask/recognisedBy", "It is an empty list."],
    ["callbacks/ask/recognisedBy", { Digits: false }, "callbacks/ask/recognisedBy", "It asks for no field."],
    [
      "callbacks/ask/recognisedBy",
      { Digits: [] },
      "callbacks/ask/recognisedBy/Digits",
      "It is neither true nor false nor a list of values.",
    ],
    ["callbacks/ask/askedBy", [{ operation: "DialCall" }], "callbacks/ask/askedBy/0", "It lacks field."],
    ["callbacks/ask/askedBy", [{ element: "Dial" }], "callbacks/ask/askedBy/0", "It lacks attribute."],
    [
      "callbacks/ask/askedBy",
      [{ element: "Dial", attribute: "action", answer: "xml" }],
      "callbacks/ask/askedBy/0/answer",
      "It is neither texml nor none.",
    ],
    [
      "components/schemas/Call/properties/Sid/type",
      "integer",
      "components/schemas/Call/properties/Sid",
      "Its type is not string, which all values on the wire are.",
    ],
    [
      "components/schemas/Call/properties/Sid/source",
      { kind: "page" },
      "components/schemas/Call/properties/Sid/source",
      "It lacks at.",
    ],
    ["withoutSource", [{ what: "x" }], "withoutSource/0", "It lacks why."],
    [
      "withoutSource",
      [{ what: "x", why: "y", fields: [{ operation: "DialCall" }] }],
      "withoutSource/0/fields/0",
      "It lacks field.",
    ],
  ])("refuses %s that is %j", (path, value, where, message) => {
    expect(told(set(path, value))).toEqual([[where, message]]);
  });
});
