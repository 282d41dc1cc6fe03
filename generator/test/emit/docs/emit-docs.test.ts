import { describe, expect, it } from "vitest";
import { emitDocs } from "../../../src/emit/docs/emit-docs.ts";
import { smallModel, smallSpecs, textOf } from "../../small-specs.ts";

describe("emitDocs", () => {
  it("makes an index and a page a family, in the folder of the language", () => {
    expect(emitDocs(smallModel(), "zh-CN").map(({ path }) => path)).toEqual([
      "docs/generated/zh-CN/index.md",
      "docs/generated/zh-CN/calls.md",
      "docs/generated/zh-CN/recordings.md",
    ]);
  });

  it("links each family in the index, in the order of the slice", () => {
    const lines = textOf(emitDocs(smallModel(), "en")).split("\n");
    expect(lines[0]).toBe("# Small Voice");
    expect(lines.slice(2)).toEqual([
      expect.stringMatching(/^- \[Calls\]\(calls\.md\): Calls, made and taken \(5 operations, 2 events\)$/),
      expect.stringMatching(/^- \[Recordings\]\(recordings\.md\): What was said \(1 operations?, 0 events\)$/),
      "",
    ]);
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
