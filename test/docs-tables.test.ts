import { readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import {
  type ContractOperation,
  deliveries,
  onlyInSdk,
  operations,
  operationTables,
  schemaNamed,
  schemaRows,
} from "./docs/contract.ts";
import { rowDifferences } from "./docs/field-rows.ts";
import { pageAt, root } from "./docs/pages.ts";
import { type ReferenceEntry, referenceEntries, referenceTitles } from "./docs/reference.ts";

describe.each(Object.keys(referenceTitles))("the reference in %s", (language) => {
  const reference = referenceEntries(language);

  it("has each operation and each event once", () => {
    expect(reference.operations.map(({ name }) => name).sort()).toEqual([...operations.keys()].sort());
    expect(reference.events.map(({ name }) => name).sort()).toEqual([...deliveries.keys()].sort());
  });

  it("tells all that operations take and answer, and nothing else", () => {
    const differences = reference.operations.flatMap(({ name, tables }) => {
      const wanted = operationTables(operations.get(name) as ContractOperation);
      return [...new Set([...wanted.keys(), ...tables.keys()])].flatMap((what) =>
        rowDifferences(`${name}, ${what}`, wanted.get(what) ?? [], tables.get(what) ?? []),
      );
    });
    expect(differences).toEqual([]);
  });

  it("tells all that events bring, and nothing else", () => {
    const differences = reference.events.flatMap(({ name, tables }) => {
      const found = [...tables.values()].flat();
      return rowDifferences(name, schemaRows(deliveries.get(name) ?? {}), found);
    });
    expect(differences).toEqual([]);
  });

  it("says of what only the official SDK has that it is from there", () => {
    const entries = [...reference.operations, ...reference.events];
    const told = entries.filter(({ spans }) => [...onlyInSdk.values()].some((sdk) => spans.includes(sdk)));
    expect(told.map(({ name }) => name).sort()).toEqual([...onlyInSdk.keys()].sort());
    expect(onlyInSdk.size).toBeGreaterThan(0);
  });

  it("tells the errors of each operation, and what their bodies have", () => {
    for (const { name, errors } of reference.operations) {
      const statuses = Object.keys(operations.get(name)?.responses ?? {}).filter((status) => !/^[123]/.test(status));
      expect([...errors].sort(), name).toEqual(statuses.sort());
    }
    const { sections } = pageAt(`packages/docs/generated/${language}/errors.md`);
    const bodies = sections.filter(({ title }) => schemaNamed(title) !== undefined);
    const differences = bodies.flatMap(({ title, tables }) =>
      rowDifferences(title, schemaRows(schemaNamed(title) ?? {}), tables),
    );
    expect(differences).toEqual([]);
    expect(bodies.length).toBeGreaterThan(4);
  });

  it("tells from both sides which events follow from which operations", () => {
    const given = load(readFileSync(join(root, "specs/triggers.yaml"), "utf8")) as Readonly<Record<string, string[]>>;
    const wanted = [...operations].flatMap(([line, { operationId }]) => pairs(line, given[operationId]));
    expect(reference.operations.flatMap(({ name, others }) => pairs(name, others)).sort()).toEqual(wanted.sort());
    const backwards = reference.events.flatMap(({ name, others }) => others.map((line) => `${line} → ${name}`));
    expect(backwards.sort()).toEqual(wanted.sort());
  });

  it("has been counted", () => {
    const tables = [...reference.operations, ...reference.events].flatMap(tablesOf);
    const rows = tables.flatMap((table) => table.rows).length;
    console.log(`${language}: ${tables.length} tables of fields with ${rows} rows, each as the contract has it`);
    expect(rows).toBeGreaterThan(3_500);
  });
});

function pairs(line: string, events: readonly string[] = []): string[] {
  return events.map((event) => `${line} → ${event}`);
}

function tablesOf({ tables }: ReferenceEntry) {
  return [...tables.values()].flat();
}
