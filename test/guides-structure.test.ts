import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";

const guides = fileURLToPath(new URL("../packages/docs/guides/", import.meta.url));
const read = (path: string) => readFileSync(join(guides, path), "utf8");
const pagesOf = (language: string) => readdirSync(join(guides, language)).sort();
const pages = pagesOf("en");
const languages = ["en", "zh-CN"];
const markdown = new MarkdownIt({ html: true });

/** The blocks of a page: what they are and how they nest; of code, and of what includes code, the text as well. */
function blocksOf(page: string): string[] {
  return markdown.parse(page, {}).flatMap((token, index, all) => {
    if (token.type === "fence") return [`${token.info}\n${token.content}`];
    if (token.type !== "inline") return [token.type + token.tag];
    // An include is a paragraph to Markdown; so is what stands beside it without an empty line.
    return token.content.includes("<<<") && all[index - 1]?.type === "paragraph_open" ? [token.content] : [];
  });
}

/** The files that a page includes, from the folder of the guides, with their regions. */
function includesOf(path: string): { readonly file: string; readonly region: string | undefined }[] {
  return [...read(path).matchAll(/^<<< (\S+?)(?:#(\S+))?$/gm)].map(([, file = "", region]) => ({
    file: join(dirname(path), file),
    region,
  }));
}

const paths = languages.flatMap((language) => pages.map((page) => `${language}/${page}`));

describe("the guides", () => {
  it("are the same in both languages", () => {
    expect(pagesOf("zh-CN")).toEqual(pages);
    expect(pages.length).toBeGreaterThan(5);
  });

  it.each(pages)("have the same blocks in both languages, so that they stand side by side: %s", (page) => {
    expect(blocksOf(read(`zh-CN/${page}`))).toEqual(blocksOf(read(`en/${page}`)));
  });

  it.each(paths)("include code that is there: %s", (path) => {
    const missing = includesOf(path).filter(({ file, region }) => {
      if (!existsSync(join(guides, file))) return true;
      const lines = read(file)
        .split("\n")
        .map((line) => line.trim());
      return (
        region !== undefined && !(lines.includes(`// #region ${region}`) && lines.includes(`// #endregion ${region}`))
      );
    });
    expect(missing).toEqual([]);
    expect(read(path).match(/^.*<<<.*$/gm) ?? []).toHaveLength(includesOf(path).length);
  });

  it("leave no code out", () => {
    const included = new Set(paths.flatMap((path) => includesOf(path).map(({ file }) => file)));
    const code = readdirSync(join(guides, "code"), { encoding: "utf8", recursive: true })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => join("code", file));
    expect(code.filter((file) => !included.has(file))).toEqual([]);
  });

  it.each(paths)("have no HTML, and one title: %s", (path) => {
    const tokens = markdown.parse(read(path), {}).flatMap((token) => [token, ...(token.children ?? [])]);
    expect(tokens.filter(({ type }) => type.startsWith("html_")).map(({ content }) => content)).toEqual([]);
    expect(tokens.filter(({ type, tag }) => type === "heading_open" && tag === "h1")).toHaveLength(1);
  });

  it.each(languages)("are listed by title in the index and in the README of the docs: %s", (language) => {
    const others = pages.filter((page) => page !== "index.md");
    const index = read(`${language}/index.md`);
    const readme = read("../README.md");
    const titleOf = (page: string) => /^# (.+)$/m.exec(read(`${language}/${page}`))?.[1];
    expect(others.filter((page) => !index.includes(`- [${titleOf(page)}](${page})`))).toEqual([]);
    expect(others.filter((page) => !readme.includes(`[${titleOf(page)}](guides/${language}/${page})`))).toEqual([]);
    const listed = [...index.matchAll(/\]\(([\w-]+\.md)\)/g)].map(([, page]) => page);
    expect(listed.sort()).toEqual(others);
  });
});
