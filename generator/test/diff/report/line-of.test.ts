import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { lineOf } from "../../../src/diff/report/line-of.ts";

const text = `{
  "a\\"}": "{[,\\\\",
  "list": [
    1,
    { "deep/er": { "x": null } }
  ],
  "empty": {},
  "one": { "two":
    { "three": true } },
  "last": -1.5e3
}
`;

describe("lineOf", () => {
  it.each([
    ["#", 1],
    ["#/list", 3],
    ["#/list/0", 4],
    ["#/list/1/deep~1er/x", 5],
    ["#/empty", 7],
    ["#/one/two", 8],
    ["#/one/two/three", 9],
    ["#/last", 10],
  ])("finds %s on line %i", (pointer, line) => {
    expect(lineOf(text, pointer)).toBe(line);
  });

  it.each([
    ["#/list/7/x", 3],
    ["#/list/x", 3],
    ["#/empty/x/y", 7],
    ["#/absent", 1],
    ["#/last/x", 10],
    ["no pointer", 1],
  ])("falls back from %s to line %i", (pointer, line) => {
    expect(lineOf(text, pointer)).toBe(line);
  });

  it.each(["", "{", '{"a":', "[", "[1"])("comes to an end in %j", (broken) => {
    expect(lineOf(broken, "#/b/0")).toBe(1);
  });

  it("finds every schema of the contract where it is", () => {
    const contract = readFileSync(new URL("../../../../specs/voice.openapi.json", import.meta.url), "utf8");
    const lines = contract.split("\n");
    const names = Object.keys(JSON.parse(contract).components.schemas).filter((_, index) => index % 20 === 0);
    for (const name of names) {
      expect(lines[lineOf(contract, `#/components/schemas/${name}`) - 1]).toBe(`      ${JSON.stringify(name)}: {`);
    }
  });
});
