import { describe, expect, it } from "vitest";
import { emitDocs } from "../../../src/emit/docs/emit-docs.ts";
import { llmsFiles } from "../../../src/emit/docs/llms-files.ts";
import { smallModel, smallSpecs, textOf } from "../../small-specs.ts";

const filesOf = (model = smallModel()) => llmsFiles(model, emitDocs(model, "en"));

describe("llmsFiles", () => {
  it("has a title, what it is, and sections of links, as llmstxt.org asks", () => {
    const text = textOf(filesOf(), "docs/generated/llms.txt");
    expect(text.split("\n").slice(0, 3)).toEqual([
      "# Small Voice",
      "",
      expect.stringMatching(/^> .*6 operations.*2 webhook/),
    ]);
    expect(text.match(/^## .*/gm)).toEqual(["## Reference", "## Skills", "## Optional"]);
    expect(text).toContain("- [Calls](en/calls.md): Calls, made and taken\n");
    expect(text).toContain("- [Recordings, Ruby](../skills/recordings-ruby/SKILL.md): What was said\n");
    expect(text).toMatch(/## Optional\n\n- \[Small Voice\]\(en\/index\.md\)\n- \[Errors\]\(en\/errors\.md\)\n/);
  });

  it("has the text of all pages in one file", () => {
    const full = textOf(filesOf(), "docs/generated/llms-full.txt");
    for (const page of emitDocs(smallModel(), "en")) expect(full).toContain(textOf([page]).trim());
  });

  it("keeps hostile text in its place", () => {
    const specs = smallSpecs(({ slice, wordings }) => {
      Object.assign(slice.families[0] ?? {}, { title: "Calls](http://evil)" });
      Object.assign(wordings[0]?.families["calls"] ?? {}, { summary: "<b>\n# [x](http://evil)" });
    });
    expect(textOf(filesOf(smallModel(specs)), "docs/generated/llms.txt")).toContain(
      "- [Calls\\](http://evil)](en/calls.md): \\<b\\> \\# \\[x\\](http://evil)\n",
    );
  });
});
