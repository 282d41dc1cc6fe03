import type { ContractRow } from "./contract-rows.ts";
import type { Cell, Table } from "./markdown-page.ts";

/** What differs between the rows that a table should have and those that it has, a line a difference. */
export function rowDifferences(place: string, wanted: readonly ContractRow[], tables: readonly Table[]): string[] {
  const found = tables.flatMap(({ rows }) => rows);
  const [missing, unknown] = [wanted.map(wantedText), found.map(foundText)];
  for (const text of [...missing]) {
    if (!unknown.includes(text)) continue;
    missing.splice(missing.indexOf(text), 1);
    unknown.splice(unknown.indexOf(text), 1);
  }
  return [
    ...missing.map((text) => `${place} lacks ${text}`),
    ...unknown.map((text) => `${place} invents ${text}`),
    ...wanted.flatMap((row) => untold(row, found).map((fact) => `${place} does not tell ${fact} of ${row.name}`)),
  ];
}

function wantedText({ name, type, required, choice }: ContractRow): string {
  return `${name}: ${type}${required ? ", required" : ""}${choice ? ", one of" : ""}`;
}

function foundText([name, type, required]: readonly Cell[]): string {
  const told = /^(one of|其一)$/.test(required?.text ?? "") ? ", one of" : required?.text && ", required";
  return `${name?.spans.join()}: ${type?.spans.join()}${told}`;
}

/** The facts of a row that no row of its name has in its description. */
function untold({ name, facts }: ContractRow, found: readonly (readonly Cell[])[]): string[] {
  const told = found.filter(([cell]) => cell?.text === name).flatMap(([, , , description]) => description?.spans ?? []);
  return facts.filter((fact) => !told.includes(fact.replace(/\s+/g, " ")));
}
