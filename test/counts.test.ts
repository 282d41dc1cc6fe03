import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { documentCounts } from "./document-counts.ts";
import { operationExamples } from "./operations-example.ts";
import { officialName } from "./parity-methods.ts";

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
const accessors = operationExamples("required").map(({ accessor }) => accessor);
const alike = accessors.filter((accessor) => officialName(accessor) === accessor).length;
const { operations, events } = documentCounts;

describe("the numbers that are written by hand", () => {
  it.each([
    ["README.md", `a method for each of the ${operations} operations`],
    ["README.md", `gives the ${events} events their types`],
    ["packages/docs/guides/en/upgrade-from-telnyx.md", `${alike} of the ${operations} methods have the same name`],
    ["packages/docs/guides/zh-CN/upgrade-from-telnyx.md", `${operations} 个方法中有 ${alike} 个名称相同`],
  ])("are those of the document in %s: %s", (path, sentence) => {
    expect(read(path)).toContain(sentence);
  });
});
