import type { Model, TextFile } from "../../model.ts";
import { markdown, markdownProse } from "../text/markdown.ts";
import { languages } from "./languages/languages.ts";
import { skillNames } from "./skills/skill-names.ts";

/**
 * What language models are given of a site, by llmstxt.org: `llms.txt` leads to the pages and the skills, `llms-full.txt` is
 * the pages themselves, one after the other. The pages are those of one language, the index first.
 */
export function llmsFiles(model: Model, pages: readonly TextFile[]): TextFile[] {
  const full = pages.map(({ text }) => text.trimEnd()).join("\n\n");
  return [
    { kind: "text", path: `${folder}/llms.txt`, text: indexText(model, pages) },
    { kind: "text", path: `${folder}/llms-full.txt`, text: `${full}\n` },
  ];
}

const folder = "docs/generated";

function indexText(model: Model, pages: readonly TextFile[]): string {
  const { contract, operations, events, families } = model;
  const [index, ...others] = pages.map(({ path, text }) => ({ path: path.slice(folder.length + 1), text }));
  const reference = families.map((family, number) => {
    return item(markdown(family.title), others[number]?.path ?? "", family.text.summary);
  });
  const rest = [index, ...others.slice(families.length)].flatMap((page) => {
    return page === undefined ? [] : [item(/^# (.*)$/m.exec(page.text)?.[1] ?? "", page.path, "")];
  });
  const sections = [
    `# ${markdown(contract.title)}`,
    `> Reference of ${operations.length} operations and ${events.length} webhook events, with examples, and skills for coding agents. Made from the API's OpenAPI document; unofficial.`,
    "Fields go by their names on the wire. The TypeScript packages are `@telnyx-voice/client`, `@telnyx-voice/webhooks` and `@telnyx-voice/types`.",
    ["## Reference", "", ...reference].join("\n"),
    ["## Skills", "", ...skillItems(model)].join("\n"),
    ["## Optional", "", ...rest].join("\n"),
  ];
  return `${sections.join("\n\n")}\n`;
}

function skillItems(model: Model): string[] {
  return languages.flatMap((language) => {
    const names = skillNames(model, language.name);
    return model.families.map((family, number) =>
      item(markdown(`${family.title}, ${language.title}`), `../skills/${names[number]}/SKILL.md`, family.text.summary),
    );
  });
}

function item(title: string, path: string, note: string): string {
  return `- [${title}](${path})${note === "" ? "" : `: ${markdownProse(note)}`}`;
}
