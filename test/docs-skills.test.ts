import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type ContractOperation, deliveries, operations, operationTables, schemaRows } from "./docs/contract.ts";
import type { ContractRow } from "./docs/contract-rows.ts";
import { expandedTable } from "./docs/expanded-table.ts";
import { rowDifferences } from "./docs/field-rows.ts";
import type { Section } from "./docs/markdown-page.ts";
import { pageAt, root } from "./docs/pages.ts";
import { referenceTitles } from "./docs/reference.ts";
import { listedFields, skillTitles, wantedFields } from "./docs/skills.ts";

const folder = "packages/docs/skills";
const skills = readdirSync(join(root, folder)).sort();
const inTypescript = skills.filter((skill) => skill.endsWith("-typescript"));

describe.each(Object.keys(skillTitles))("the skills in %s", (language) => {
  const { ending, lists } = skillTitles[language] as (typeof skillTitles)[string];
  const referencePages = inTypescript.flatMap((skill) =>
    readdirSync(join(root, folder, skill, "references"))
      .filter((name) => name.replace(/^\w+/, "") === ending)
      .map((name) => `${skill}/references/${name}`),
  );
  const objectsOf = (path: string) => () => pageAt(join(folder, path, `../objects${ending}`));

  it("have the same references in each programming language", () => {
    for (const path of referencePages) {
      const [text, ...others] = ["typescript", "curl", "ruby"].map((name) =>
        readFileSync(join(root, folder, path.replace("-typescript/", `-${name}/`)), "utf8"),
      );
      expect(
        others.every((other) => other === text),
        path,
      ).toBe(true);
    }
  });

  it("list the fields of each operation as the contract has them", () => {
    const differences: string[] = [];
    for (const skill of skills) {
      const sections = pageAt(`${folder}/${skill}/SKILL${ending}`).sections;
      for (const {
        spans: [line = ""],
        paragraphs,
      } of sections.filter(({ spans: [line = ""] }) => operations.has(line))) {
        const wanted = wantedFields(operations.get(line) as ContractOperation);
        for (const [start, what] of Object.entries(lists)) {
          const text = paragraphs.find((paragraph) => paragraph.startsWith(start)) ?? start;
          const found = listedFields(text.slice(start.length));
          differences.push(...listDifferences(`${skill} ${line}`, wanted[what], found));
        }
      }
    }
    expect(differences).toEqual([]);
  });

  it("tell each operation in full, once, and each event", () => {
    const told = referencePages.flatMap((path) => pageAt(join(folder, path)).sections);
    const lines = told.flatMap(({ level, spans: [line = ""] }) => (level === 2 && operations.has(line) ? [line] : []));
    expect(lines.sort()).toEqual([...operations.keys()].sort());
    const events = told.filter(({ level, title }) => level === 2 && deliveries.has(title)).map(({ title }) => title);
    expect(new Set(events)).toEqual(new Set(deliveries.keys()));
  });

  it("tell in their references what the contract has, and nothing else", () => {
    let rows = 0;
    const differences = referencePages.flatMap((path) => {
      const { sections } = pageAt(join(folder, path));
      return sections.flatMap((section) => {
        const wanted = section.level === 2 ? wantedTables(section) : undefined;
        if (wanted === undefined) return [];
        const below = sections.filter(({ above }) => above.includes(section));
        const found = new Map(
          below.filter(({ tables }) => tables.length > 0).map(({ title, tables }) => [whatOf(title), tables]),
        );
        return [...new Set([...wanted.keys(), ...found.keys()])].flatMap((what) => {
          const expanded = (found.get(what) ?? []).map((table) => expandedTable(table, objectsOf(path)));
          rows += expanded.flatMap((table) => table.rows).length;
          return rowDifferences(`${path} ${section.title} ${what}`, wanted.get(what) ?? [], expanded);
        });
      });
    });
    expect(differences).toEqual([]);
    console.log(`skills in ${language}: ${rows} rows with those of the objects, each as the contract has it`);
  });

  function whatOf(title: string): string {
    const [pattern, what] = referenceTitles[language]?.tables.find(([known]) => known.test(title)) ?? [/.*/, "payload"];
    return title.replace(pattern, what);
  }
});

/** The tables that a section needs; undefined where it is of no operation and of no event. */
function wantedTables({ title, spans: [line = ""] }: Section): ReadonlyMap<string, readonly ContractRow[]> | undefined {
  const operation = operations.get(line);
  if (operation !== undefined) return operationTables(operation);
  const delivery = deliveries.get(title);
  if (delivery === undefined) return undefined;
  const start = "data.payload.";
  const rows = schemaRows(delivery).filter(({ name }) => name.startsWith(start));
  return new Map([["payload", rows.map((row) => ({ ...row, name: row.name.slice(start.length) }))]]);
}

function listDifferences(place: string, wanted: readonly ContractRow[], found: readonly string[]): string[] {
  const texts = new Map(wanted.map(({ name, type }) => [name, type]));
  const names = found.map((text) => text.split(": ")[0] ?? "");
  return [
    ...[...texts.keys()].filter((name) => !names.includes(name)).map((name) => `${place} lacks ${name}`),
    ...found.filter((text) => !isTold(text, texts)).map((text) => `${place} invents ${text}`),
  ];
}

/** Whether a listed field is one of the contract, with its type or with how many values are known of it. */
function isTold(text: string, types: ReadonlyMap<string, string>): boolean {
  const [name = "", type = ""] = text.split(/: (.*)/s);
  const known = types.get(name);
  const isList = known?.endsWith("[]") === true;
  const counted = isList
    ? /^(?:list out of (\d+) values|取自 (\d+) 个值的列表)$/
    : /^(?:one of (\d+) values|(\d+) 个值之一)$/;
  const count = counted
    .exec(type)
    ?.slice(1)
    .find((digits) => digits !== undefined);
  return (
    known !== undefined &&
    (known === type || Number(count) === known.split(" | ").filter((one) => /^\(?["\d]/.test(one)).length)
  );
}
