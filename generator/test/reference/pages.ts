import { buildModels } from "../../src/build-models.ts";
import { emitDocs } from "../../src/emit/docs/emit-docs.ts";
import type { Words } from "../../src/emit/docs/words/words.ts";
import { wordsOf } from "../../src/emit/docs/words/words-of.ts";
import { loadSpecs } from "../../src/load/specs.ts";
import type { Model } from "../../src/model.ts";

/** The reference of the committed specs in one language. */
export interface Pages {
  readonly language: string;
  readonly words: Words;
  readonly model: Model;
  /** The text of each page, by its name with the ending. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Makes the reference of the committed specs, in every language that they have. */
export async function committedPages(folder: string): Promise<Pages[]> {
  const { value: specs, diagnostics } = await loadSpecs(folder);
  if (specs === undefined) throw new Error(JSON.stringify(diagnostics));
  const { models } = buildModels(specs, false, (_, run) => run());
  return models.map(({ language, model }) => {
    const files = emitDocs(model, language).flatMap((file) => (file.kind === "text" ? [file] : []));
    const texts = new Map(files.map(({ path, text }) => [path.split("/").at(-1) ?? "", text]));
    return { language, words: wordsOf(language), model, texts };
  });
}

/** The part of all pages that begins at an anchor, up to the next one or the next heading of its level. */
export function sectionAt({ texts }: Pages, anchor: string): string {
  for (const text of texts.values()) {
    const [, rest] = text.split(`<a id="${anchor}"></a>\n`);
    if (rest !== undefined) return rest.split(/\n<a id="|\n## /)[0] ?? "";
  }
  throw new Error(`No page has the anchor ${anchor}.`);
}

/** The part of a section that begins at a heading of the fourth level; undefined where it has none. */
export function partOf(section: string, title: string): string | undefined {
  const [, rest] = `\n${section}`.split(`\n#### ${title}\n`);
  return rest?.split("\n#### ")[0];
}

/** The rows of the first table in a text, each as its cells; none where there is no table. */
export function rowsOf(text = ""): string[][] {
  const lines = /(?:^\|.*\n?)+/m.exec(text)?.[0].trim().split("\n") ?? [];
  return lines.slice(2).map((line) => {
    const cells = line.split(/(?<!\\)\|/).slice(1, -1);
    return cells.map((cell) => cell.trim().replaceAll("\\|", "|"));
  });
}

/** What a code span holds. */
export function spanned(cell: string): string {
  return cell.replace(/^(`+) ?(.*?) ?\1$/s, "$2");
}
