import type { Cell, MarkdownPage, Table } from "./markdown-page.ts";

/**
 * A table with the rows of the objects that its rows lead to, below those rows, as a table that opens all objects has
 * them. An object that leads back to itself is not opened again.
 */
export function expandedTable(table: Table, objects: () => MarkdownPage, inside: readonly string[] = []): Table {
  const rows = table.rows.flatMap((row) => {
    const [name, type, , description] = row;
    const anchors = (description?.links ?? []).map((link) => link.split("#")[1] ?? "");
    const opened = anchors.filter((anchor) => !inside.includes(anchor));
    const below = opened.flatMap((anchor) => objectRows(objects, anchor, [...inside, anchor]));
    const way = `${name?.text}${/\[\]$|\[\] \|/.test(type?.text ?? "") ? "[]" : ""}`;
    return [row, ...below.map(([own, ...cells]) => [cellOf(`${way}.${own?.text}`), ...cells])];
  });
  return { ...table, rows };
}

function objectRows(
  objects: () => MarkdownPage,
  anchor: string,
  inside: readonly string[],
): readonly (readonly Cell[])[] {
  const section = objects().sections.find(({ slug }) => slug === anchor);
  if (section === undefined) throw new Error(`${objects().path} has no #${anchor}`);
  return section.tables.flatMap((table) => expandedTable(table, objects, inside).rows);
}

function cellOf(text: string): Cell {
  return { text, spans: [text], links: [] };
}
