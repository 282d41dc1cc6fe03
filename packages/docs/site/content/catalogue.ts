import { posix } from "node:path";
import { prefix } from "../language-prefix.ts";
import type { Subject } from "../markdown/headings.ts";
import type { Words } from "../words/words.ts";
import { wordsOf } from "../words/words-of.ts";
import { inIndexOrder } from "./index-order.ts";
import { readSections, type Section } from "./read-sections.ts";
import type { Page } from "./stage.ts";

/**
 * The catalogues of a language, as pages of Markdown: its operations and its events, a table a family, each linked to where
 * the reference tells about it. None for what the reference does not have.
 */
export function catalogues(pages: readonly Page[], language: string): Page[] {
  const words = wordsOf(language);
  const own = inIndexOrder(`${prefix(language)}reference/`, pages);
  return [
    catalogue(own, language, "operation", words.operations, words.operationsLead, (section, link) => [
      `[${plainMarkdown(section.title)}](${link})`,
      code(`${section.subject?.method} ${section.subject?.path}`),
      code(section.subject?.key ?? ""),
    ]),
    catalogue(own, language, "event", words.events, words.eventsLead, (section, link) => [
      `[${code(section.title)}](${link})`,
      plainMarkdown(section.texts[0] ?? ""),
    ]),
  ].flat();

  function catalogue(
    families: readonly Page[],
    of: string,
    kind: Subject["kind"],
    title: string,
    lead: string,
    cells: (section: Section, link: string) => readonly string[],
  ): Page[] {
    const tables = families.flatMap(({ path, text }) => {
      const file = `./reference/${posix.basename(path)}`;
      const sections = readSections(text);
      const rows = sections
        .filter(({ subject }) => subject?.kind === kind)
        .map((section) => cells(section, `${file}#${section.anchor}`));
      const name = plainMarkdown(sections[0]?.title ?? path);
      return rows.length === 0 ? [] : [`## ${name}\n\n${table(headsOf(kind, words), rows)}\n`];
    });
    const page = `${prefix(of)}${kind}s.md`;
    return tables.length === 0
      ? []
      : [{ path: page, source: page, text: `# ${title}\n\n${lead}\n\n${tables.join("\n")}` }];
  }
}

function headsOf(kind: Subject["kind"], words: Words): readonly string[] {
  return kind === "operation" ? [words.operation, words.request, words.method] : [words.event, words.meaning];
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [heads, heads.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** Plain text in Markdown: what the reference says may hold anything. */
function plainMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~&]/g, "\\$&");
}

/** Code in a table: the longest run of backticks in it decides how it begins and ends. */
function code(text: string): string {
  const runs = [...text.matchAll(/`+/g)].map(([run]) => run.length);
  const fence = "`".repeat(Math.max(0, ...runs) + 1);
  const space = runs.length > 0 ? " " : "";
  return `${fence}${space}${text}${space}${fence}`.replaceAll("|", "\\|");
}
