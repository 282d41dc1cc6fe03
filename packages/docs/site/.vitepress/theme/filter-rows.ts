/** Shows the rows of the page's tables that have all words of a query, and the headings above them; counts them. */
export function filterRows(query: string): { readonly shown: number; readonly all: number } {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  let [shown, all] = [0, 0];
  for (const table of tables()) {
    let matches = 0;
    for (const rows of table.rows) {
      const text = rows
        .map(({ textContent }) => textContent)
        .join(" ")
        .toLowerCase();
      const isMatch = words.every((word) => text.includes(word));
      for (const row of rows) row.hidden = !isMatch;
      if (isMatch) matches++;
    }
    for (const part of table.parts) part.hidden = matches === 0;
    shown += matches;
    all += table.rows.length;
  }
  return { shown, all };
}

interface Table {
  /** What goes with the last row: the table, or the pair of tables, and its heading. */
  readonly parts: readonly HTMLElement[];
  /** Its rows; in a comparison each with its counterpart. */
  readonly rows: readonly (readonly HTMLElement[])[];
}

function tables(): Table[] {
  const blocks = [...document.querySelectorAll<HTMLElement>(".page > table, .page > .pair.rows")];
  return blocks.map((block) => {
    const sides = block.matches("table") ? [block] : [...block.querySelectorAll<HTMLElement>("table")];
    const bodies = sides.map((table) => [...table.querySelectorAll<HTMLElement>("tbody tr")]);
    const rows = (bodies[0] ?? []).map((_, index) => bodies.flatMap((body) => body[index] ?? []));
    const heading = block.previousElementSibling;
    return { parts: heading instanceof HTMLElement ? [heading, block] : [block], rows };
  });
}
