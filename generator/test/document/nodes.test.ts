import { describe, expect, it } from "vitest";
import { nodesOf } from "../../src/document/nodes.ts";
import { walkDocument } from "../../src/document/walk.ts";
import { smallSpecs } from "../small-specs.ts";

describe("nodesOf", () => {
  it("gives what the walk meets, in its order", () => {
    const { contract } = smallSpecs();
    expect(nodesOf(contract)).toEqual([...walkDocument(contract)]);
  });

  it("walks a document once, and another one that is alike on its own", () => {
    const { contract } = smallSpecs();
    expect(nodesOf(contract)).toBe(nodesOf(contract));
    expect(nodesOf(structuredClone(contract))).not.toBe(nodesOf(contract));
  });
});
