import { fileName, fileNames } from "../../model/name.ts";
import type { Model, TextFile } from "../../model.ts";
import { markdown, markdownProse } from "../text/markdown.ts";
import { changesPage } from "./changes-page.ts";
import { familyPage } from "./family-page.ts";

const changesName = "api-changes";

/** The reference in Markdown for one language: an index and a page a family. */
export function emitDocs(model: Model, language: string): TextFile[] {
  const folder = `docs/generated/${folderName(language)}`;
  const names = fileNames(["index", changesName, ...model.families.map((family) => family.name)]).slice(2);
  const pages = model.families.map((family, index): TextFile => {
    return { kind: "text", path: `${folder}/${names[index]}.md`, text: familyPage(model, family) };
  });
  const changes: TextFile = {
    kind: "text",
    path: `${folder}/${changesName}.md`,
    text: changesPage(model.history),
  };
  const index: TextFile = { kind: "text", path: `${folder}/index.md`, text: indexPage(model, names) };
  return model.history.length > 0 ? [index, ...pages, changes] : [index, ...pages];
}

/** A language's own capitals stay: `pt-BR`. */
function folderName(language: string): string {
  const name = fileName(language);
  return name === language.toLowerCase() ? language : name;
}

function indexPage(model: Model, names: readonly string[]): string {
  const entries = model.families.map((family, index) => {
    const operations = model.operations.filter((operation) => operation.family === family.name).length;
    const events = model.events.filter((event) => event.family === family.name).length;
    const counts = `${countText(operations, "operation")}, ${countText(events, "event")}`;
    return `- [${markdown(family.title)}](${names[index]}.md): ${markdownProse(family.text.summary)} (${counts})`;
  });
  const changes = model.history.length > 0 ? [`- [API changes](${changesName}.md)`] : [];
  return `# ${markdown(model.contract.title)}\n\n${[...entries, ...changes].join("\n")}\n`;
}

function countText(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
