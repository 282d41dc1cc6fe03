import type { Family } from "../../model.ts";
import { codeBlock, markdown, markdownProse } from "../text/markdown.ts";
import { languages } from "./languages/languages.ts";
import { paragraphs } from "./paragraphs.ts";
import { ownPages, type Reference } from "./reference.ts";

/** The page that leads to all others, and says what the examples on them take for granted. */
export function indexPage(reference: Reference): string {
  const { model, words } = reference;
  const { pages, errors, codes, texml, changes } = words;
  const entries = [
    ...model.families.map((family) => familyEntry(reference, family)),
    `- [${errors.title}](${ownPages.errors}.md)`,
    ...(model.errorCodes.length > 0 ? [`- [${codes.title}](${ownPages.codes}.md)`] : []),
    ...(model.texmlCallbacks.length > 0 ? [`- [${texml.title}](${ownPages.texml}.md)`] : []),
    ...(model.history.length > 0 ? [`- [${changes.title}](${ownPages.changes}.md)`] : []),
  ];
  const installs = languages.flatMap(({ install }) => install ?? []);
  const sections = [
    `# ${markdown(model.contract.title)}`,
    entries.join("\n"),
    '<a id="setup"></a>',
    `## ${pages.setup}`,
    pages.setupLead,
    ...(installs.length > 0 ? [codeBlock("sh", installs.join("\n"))] : []),
    ...languages.flatMap((language) => [`### ${language.title}`, codeBlock(language.fence, language.setup(model))]),
  ];
  return `${paragraphs(...sections)}\n`;
}

function familyEntry({ model, words, pages }: Reference, { name, title, text }: Family): string {
  const count = (list: readonly { readonly family: string }[]) => list.filter(({ family }) => family === name).length;
  const { operationCount, eventCount } = words.pages;
  const counts = [operationCount(count(model.operations)), eventCount(count(model.events))].join(words.comma);
  const summary = `${markdownProse(text.summary)}${words.inParentheses(counts)}`;
  return `- [${markdown(title)}](${pages.get(name)}.md)${words.changes.between}${summary}`;
}
