import { code, codeSpan, table } from "../text/markdown.ts";
import { clientErrors } from "./client-errors.ts";
import { fieldTable } from "./field-table.ts";
import { paragraphs } from "./paragraphs.ts";
import { anchorOf, type Reference } from "./reference.ts";

/** The page of what the client throws, and of the bodies that errors have, each of which is some operations'. */
export function errorsPage(reference: Reference): string {
  const { title, lead, status, thrown, meaning, meanings, shapes } = reference.words.errors;
  const rows = clientErrors.map(([wire, name]) => [wire === "" ? "" : code(wire), codeSpan(name), meanings[name]]);
  const bodies = [...reference.errors].map(([name, place]) => {
    const shape = { kind: "named", name } as const;
    const fields = [{ name: "", required: true, deprecated: false, text: "", shape }];
    return paragraphs(`<a id="${anchorOf(place)}"></a>`, `### ${codeSpan(name)}`, fieldTable(reference, fields));
  });
  const sections = [
    `# ${title}`,
    lead,
    table([status, thrown, meaning], rows),
    bodies.length === 0 ? "" : `## ${shapes}`,
    ...bodies,
  ];
  return `${paragraphs(...sections)}\n`;
}
