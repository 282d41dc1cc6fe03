import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { installed } from "./installed.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const folder = join(root, "packages/docs/skills");
const skills = readdirSync(folder).sort();
const families: { name: string }[] = JSON.parse(readFileSync(join(root, "specs/slice.json"), "utf8")).families;
const languages = ["typescript", "curl", "ruby"];
const pages = ["SKILL.md", "SKILL.zh-CN.md"];

/** `skills-ref`, the validator of the Agent Skills specification. */
interface Validator {
  validate(folder: string): Promise<string[]>;
  validateMetadata(metadata: Record<string, unknown>, folder: string): string[];
  parseFrontmatter(text: string): [metadata: Record<string, unknown>, body: string];
}

interface Tokenizer {
  countTokens(text: string): number;
}

let validator: Validator;
let tokenizer: Tokenizer;

beforeAll(async () => {
  const require = await installed("skills");
  // It is for `import` alone, which `require.resolve` does not look at.
  const path = join(require.resolve.paths("skills-ref")?.[0] ?? "", "skills-ref/dist/index.js");
  validator = await import(pathToFileURL(path).href);
  tokenizer = require("gpt-tokenizer/encoding/o200k_base");
}, 120_000);

const read = (skill: string, page: string) => readFileSync(join(folder, skill, page), "utf8");

describe("the skills", () => {
  it("are one a family and language", () => {
    expect(skills).toEqual(families.flatMap(({ name }) => languages.map((language) => `${name}-${language}`)).sort());
  });

  it("are all in the marketplace, in the plugin of their language", () => {
    const { plugins } = JSON.parse(readFileSync(join(root, ".claude-plugin/marketplace.json"), "utf8"));
    expect(plugins.map(({ name }: { name: string }) => name)).toEqual(languages.map((name) => `telnyx-voice-${name}`));
    for (const [index, language] of languages.entries()) {
      const { source, skills: listed } = plugins[index];
      expect(listed).toEqual(families.map(({ name }) => `./${name}-${language}`));
      for (const path of listed) expect(existsSync(join(root, source, path, "SKILL.md")), path).toBe(true);
    }
  });

  it("are all in llms.txt, beside the pages", () => {
    const generated = join(root, "packages/docs/generated");
    const text = readFileSync(join(generated, "llms.txt"), "utf8");
    const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, link = ""]) => link);
    expect(links.filter((link) => !existsSync(join(generated, link)))).toEqual([]);
    expect(links).toEqual(expect.arrayContaining(skills.map((skill) => `../skills/${skill}/SKILL.md`)));
  });

  it("are no longer than an agent should have to read", () => {
    const lines = skills.flatMap((skill) => pages.map((page) => read(skill, page).split("\n").length));
    expect(Math.max(...lines)).toBeLessThan(500);
  });

  it("tell their size", () => {
    const sizes = skills.map((skill) => {
      const texts = [...pages, ...references(skill)].map((page) => read(skill, page));
      const [english = 0, chinese = 0, ...others] = texts.map((text) => tokenizer.countTokens(text));
      const lines = texts[0]?.split("\n").length ?? 0;
      return { skill, lines, english, chinese, references: others.reduce((sum, count) => sum + count, 0) };
    });
    for (const { skill, ...size } of sizes) console.log(skill.padEnd(38), JSON.stringify(size));
    expect(sizes.filter(({ english, chinese }) => english > 11_000 || chinese > 12_000)).toEqual([]);
  });
});

describe.each(skills)("%s", (skill) => {
  it("is valid by skills-ref", async () => {
    expect(await validator.validate(join(folder, skill))).toEqual([]);
    for (const page of pages) {
      const [metadata] = validator.parseFrontmatter(read(skill, page));
      expect(validator.validateMetadata(metadata, join(folder, skill)), page).toEqual([]);
      expect(metadata["name"]).toBe(skill);
      expect(metadata["description"]).toMatch(page === "SKILL.md" ? /Use when / : /时使用/);
    }
  });

  it("leads to every page beside it, in the same language", () => {
    for (const page of pages) {
      const links = [...read(skill, page).matchAll(/\]\((references\/[^)#]+)/g)].map(([, link = ""]) => link);
      const own =
        page === "SKILL.md" ? (name: string) => !name.includes(".zh-CN.") : (name: string) => name.includes(".zh-CN.");
      expect([...new Set(links)].sort()).toEqual(references(skill).filter(own));
    }
  });
});

function references(skill: string): string[] {
  return readdirSync(join(folder, skill, "references"))
    .map((name) => `references/${name}`)
    .sort();
}
