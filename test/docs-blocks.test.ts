import { describe, expect, it } from "vitest";
import { pagesBelow } from "./docs/pages.ts";
import { samples } from "./docs/samples.ts";

const blocks = [...pagesBelow("packages/docs/generated"), ...pagesBelow("packages/docs/skills")].flatMap(
  ({ path, sections }) => sections.flatMap(({ fences }) => fences.map((fence) => ({ ...fence, path }))),
);

describe("the blocks of code in the generated pages", () => {
  it("are in languages that are run, parsed or validated by the tests beside this one", () => {
    const counts = new Map<string, number>();
    for (const { language } of blocks) counts.set(language, (counts.get(language) ?? 0) + 1);
    console.log([...counts].map(([language, count]) => `${language}: ${count} blocks`).join(", "));
    expect([...counts.keys()].sort()).toEqual(["json", "ruby", "sh", "ts"]);
  });

  it("are deliveries where they are JSON", () => {
    expect(blocks.filter(({ language }) => language === "json")).toHaveLength(samples.length);
  });
});
