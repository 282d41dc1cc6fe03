import { describe, expect, it } from "vitest";
import { serializeForm, serializeQuery } from "../src/serialize.ts";

describe("serializeQuery", () => {
  it.each([
    ["plain values", { a: 1, b: "x y", c: false }, "a=1&b=x+y&c=false"],
    ["nested objects", { filter: { occurred_at: { gte: "2026" } } }, "filter[occurred_at][gte]=2026"],
    ["lists", { filter: { name: ["a", "b"] } }, "filter[name][]=a&filter[name][]=b"],
    ["keys that hold brackets", { "page[size]": 5 }, "page[size]=5"],
    ["keys that hold dots", { filter: { "outbound.profile": "1" } }, "filter[outbound.profile]=1"],
    ["dates", { at: new Date(0) }, "at=1970-01-01T00:00:00.000Z"],
    ["nothing for undefined and null", { a: undefined, b: null, c: "" }, "c="],
  ])("writes %s", (_, given, want) => {
    expect(decodeURIComponent(serializeQuery(given))).toBe(want);
  });

  it("escapes what has a meaning in a query", () => {
    expect(serializeQuery({ a: "1&b=2#é" })).toBe("a=1%26b%3D2%23%C3%A9");
  });
});

describe("serializeForm", () => {
  it("repeats the key of a list", () => {
    expect(serializeForm({ StatusCallbackEvent: ["initiated", "answered"] })).toBe(
      "StatusCallbackEvent=initiated&StatusCallbackEvent=answered",
    );
  });
});
