import type { Languages } from "./pair-blocks.ts";

/** Two tables or lists side by side, whose rows have the same heights: they share the rows of one grid. */
export function pairRows(own: HTMLElement, other: HTMLElement, languages: Languages): HTMLElement {
  const element = document.createElement("div");
  element.className = "pair rows";
  const count = Math.max(rowsOf(own), rowsOf(other));
  element.style.setProperty("--rows", String(count));
  for (const [index, block] of [own, other].entries()) {
    block.lang = languages[index] ?? "";
    block.classList.add("side");
    if (block.tagName === "TABLE") keepRoles(block as HTMLTableElement);
    element.append(block);
  }
  return element;
}

function rowsOf(block: HTMLElement): number {
  return block.tagName === "TABLE" ? (block as HTMLTableElement).rows.length : block.children.length;
}

/** A table that is laid out as a grid says itself what its parts are. */
function keepRoles(table: HTMLTableElement): void {
  table.style.setProperty("--columns", String(table.rows[0]?.cells.length ?? 1));
  table.setAttribute("role", "table");
  for (const part of table.querySelectorAll("thead, tbody")) part.setAttribute("role", "rowgroup");
  for (const row of table.rows) row.setAttribute("role", "row");
  for (const cell of table.querySelectorAll("td")) cell.setAttribute("role", "cell");
  for (const cell of table.querySelectorAll("th")) cell.setAttribute("role", "columnheader");
}
