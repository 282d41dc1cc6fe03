import { describe, expect, it } from "vitest";
import { locate } from "../../src/document/locate.ts";

describe("locate", () => {
  const document = {
    schemas: {
      Plain: { title: "call.answered", pattern: "c.*" },
      Hostile: { title: `${"a".repeat(40)}!`, pattern: "(a|aa)+" },
    },
  };

  it("matches a value with a pattern of the path", () => {
    expect(locate(document, "$.schemas[?match(@.title, 'call[.].*')]")).toEqual([["schemas", "Plain"]]);
    expect(locate(document, "$..schemas[?search(@.title, 'ans')]")).toEqual([["schemas", "Plain"]]);
  });

  it.each([
    "$.schemas[?match(@.title, @.pattern)]",
    "$.schemas[?search(@.title, @.pattern)]",
    "$.schemas[?match(@.title, value($..pattern))]",
    "$..schemas[?@.title && !search(@.title, @.pattern)]",
  ])("runs no pattern of the document: %s", (path) => {
    expect(() => locate(document, path)).toThrow("must be a text of the path");
  });
});
