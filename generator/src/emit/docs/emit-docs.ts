import { fileName } from "../../model/name.ts";
import type { GeneratedFile, Model } from "../../model.ts";
import { markdown, markdownProse } from "../text/markdown.ts";
import { familyPage } from "./family-page.ts";

/** The reference in Markdown for one language: an index and a page a family. */
export function emitDocs(model: Model, language: string): GeneratedFile[] {
  const folder = `docs/generated/${language}`;
  const pages = model.families.map((family): GeneratedFile => {
    return { kind: "text", path: `${folder}/${fileName(family.name)}.md`, text: familyPage(model, family) };
  });
  return [{ kind: "text", path: `${folder}/index.md`, text: indexPage(model) }, ...pages];
}

function indexPage(model: Model): string {
  const entries = model.families.map((family) => {
    const operations = model.operations.filter((operation) => operation.family === family.name).length;
    const events = model.events.filter((event) => event.family === family.name).length;
    const counts = `${countText(operations, "operation")}, ${countText(events, "event")}`;
    return `- [${markdown(family.title)}](${fileName(family.name)}.md): ${markdownProse(family.text.summary)} (${counts})`;
  });
  return `# ${markdown(model.contract.title)}\n\n${entries.join("\n")}\n`;
}

function countText(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
