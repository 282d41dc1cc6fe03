import { describe, expect, it } from "vitest";
import { marketplaceFile } from "../../../../src/emit/docs/skills/marketplace-file.ts";
import { smallModel, smallSpecs, textOf } from "../../../small-specs.ts";

describe("marketplaceFile", () => {
  it("lists the skills of each language as a plugin, at the root of the repository", () => {
    const file = marketplaceFile(smallModel());
    expect(file.path).toBe("../.claude-plugin/marketplace.json");
    const { name, plugins } = JSON.parse(textOf([file]));
    expect(name).toBe("small-voice");
    expect(plugins.map((plugin: { name: string }) => plugin.name)).toEqual([
      "small-voice-typescript",
      "small-voice-curl",
      "small-voice-ruby",
    ]);
    expect(plugins[2]).toMatchObject({
      source: "./packages/docs/skills",
      strict: false,
      skills: ["./calls-ruby", "./recordings-ruby"],
    });
  });

  it("takes a name from any title", () => {
    const specs = smallSpecs(({ contract, slice }) => {
      contract.info.title = "../Evil\n";
      slice.title = "../Evil\n";
    });
    expect(JSON.parse(textOf([marketplaceFile(smallModel(specs))])).name).toBe("evil");
  });
});
