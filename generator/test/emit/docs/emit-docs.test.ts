import { describe, expect, it } from "vitest";
import { emitDocs } from "../../../src/emit/docs/emit-docs.ts";
import { languages } from "../../../src/emit/docs/languages/languages.ts";
import { en } from "../../../src/emit/docs/words/en.ts";
import { smallModel, smallSpecs, textOf } from "../../small-specs.ts";

describe("emitDocs", () => {
  it("makes an index and a page a family, in the folder of the language", () => {
    expect(emitDocs(smallModel(), "zh-CN").map(({ path }) => path)).toEqual([
      "docs/generated/zh-CN/index.md",
      "docs/generated/zh-CN/calls.md",
      "docs/generated/zh-CN/recordings.md",
      "docs/generated/zh-CN/errors.md",
    ]);
  });

  it("links each page in the index, families in the order of the slice", () => {
    const lines = textOf(emitDocs(smallModel(), "en")).split("\n");
    expect(lines.slice(0, 6)).toEqual([
      "# Small Voice",
      "",
      "- [Calls](calls.md): Calls, made and taken (5 operations, 2 events)",
      "- [Recordings](recordings.md): What was said (1 operation, 0 events)",
      "- [Errors](errors.md)",
      "",
    ]);
  });

  it("says in the index what the examples take for granted", () => {
    const page = textOf(emitDocs(smallModel(), "zh-CN"));
    expect(page).toContain('<a id="setup"></a>\n\n## 准备工作\n');
    expect(page).toContain("```sh\nnpm install @telnyx-voice/client @telnyx-voice/webhooks\ngem install telnyx\n```");
    for (const { title, fence, setup } of languages) {
      expect(page).toContain(`### ${title}\n\n\`\`\`${fence}\n${setup(smallModel())}\n\`\`\`\n`);
    }
  });

  it("has a page of the errors: what is thrown, and each body once", () => {
    const page = textOf(emitDocs(smallModel(), "en"), "docs/generated/en/errors.md");
    expect(page).toContain(`| \`404\` | \`NotFoundError\` | ${en.errors.meanings.NotFoundError} |\n`);
    expect(page.split("## Bodies\n\n")[1]).toBe(`<a id="error-error"></a>

### \`Error\`

| Field | Type | Required | Description |
| --- | --- | --- | --- |
| \`code\` | \`string\` |  |  |
`);
  });

  it("makes safe names of files and titles", () => {
    const specs = smallSpecs(({ slice, contract }) => {
      contract.info.title = "<Small>";
      Object.assign(slice.families[0] ?? {}, { name: "../Call Control", title: "Calls](x)" });
    });
    const files = emitDocs(smallModel(specs), "en");
    expect(files[1]?.path).toBe("docs/generated/en/call-control.md");
    expect(textOf(files)).toContain("# \\<Small\\>\n\n- [Calls\\](x)](call-control.md): ");
  });
});
