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

type Asked = string | Readonly<Record<string, unknown>>;
type Trigger =
  | string
  | { readonly event: string; readonly when?: Asked | readonly Asked[]; readonly occasion?: string };

const yaml = (path: string) => load(readFileSync(join(root, path), "utf8"));
const triggers = yaml("specs/triggers.yaml") as Readonly<Record<string, readonly Trigger[]>>;

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
    const wanted = [...operations].flatMap(([line, { operationId }]) =>
      pairs(line, (triggers[operationId] ?? []).map(eventOf)),
    );
    expect(reference.operations.flatMap(({ name, others }) => pairs(name, others)).sort()).toEqual(wanted.sort());
    const backwards = reference.events.flatMap(({ name, others }) => others.map((line) => `${line} → ${name}`));
    expect(backwards.sort()).toEqual(wanted.sort());
  });

  it("tells from both sides what an event comes under, in fields and values that the request has", () => {
    const { occasions } = yaml(`specs/wording/${language}.yaml`) as { occasions: Readonly<Record<string, string>> };
    const wanted = [...operations].flatMap(([line, operation]) => {
      return (triggers[operation.operationId] ?? []).map((trigger) => {
        const { event, when = [], occasion } = typeof trigger === "string" ? { event: trigger } : trigger;
        const fields = [when].flat().map((field) => asked(operation, field));
        const clause = occasion === undefined ? "" : (occasions[occasion] ?? "no text");
        return { pair: `${line} → ${event}`, spans: [...fields.flat(), ...codeIn(clause)], clause };
      });
    });
    const sides = [
      reference.operations.flatMap(({ name, others, conditions }) => told(pairs(name, others), conditions)),
      reference.events.flatMap(({ name, others, conditions }) =>
        told(
          others.map((line) => `${line} → ${name}`),
          conditions,
        ),
      ),
    ];
    for (const side of sides) {
      expect(side.length).toBe(wanted.length);
      for (const { pair, spans, clause } of wanted) {
        const found = side.find((one) => one.pair === pair);
        expect(codeIn(found?.condition ?? "none"), pair).toEqual(spans);
        expect(found?.condition.endsWith(clause), `${pair}, ${found?.condition}`).toBe(true);
        expect(found?.condition === "", pair).toBe(spans.length === 0 && clause === "");
      }
    }
    expect(wanted.filter(({ spans }) => spans.length > 0).length).toBeGreaterThan(30);
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

function eventOf(trigger: Trigger): string {
  return typeof trigger === "string" ? trigger : trigger.event;
}

function told(pairs: readonly string[], conditions: readonly string[]) {
  return pairs.map((pair, index) => ({ pair, condition: conditions[index] ?? "" }));
}

/** The spans of code that ask for a field of a request, which has a row for it that has the values. */
function asked(operation: ContractOperation, given: Asked): string[] {
  const [[name, value]] =
    typeof given === "string" ? [[given, []] as const] : (Object.entries(given) as [[string, unknown]]);
  const values = [value].flat();
  const rows = [...operationTables(operation)].flatMap(([what, table]) => (what.startsWith("body ") ? table : []));
  const types = rows.filter((row) => row.name === name).map(({ type }) => type);
  expect(types, `${operation.operationId}, ${name}`).not.toEqual([]);
  for (const one of values) {
    const type = typeof one === "string" ? JSON.stringify(one) : typeof one;
    expect(types.join(" | ").split(" | "), `${operation.operationId}, ${name}`).toContain(type);
  }
  if (values.length > 1) return [name, ...values.map(String)];
  return [values.length === 0 ? name : `${name}: ${values[0]}`];
}

function codeIn(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, code = ""]) => code);
}

function tablesOf({ tables }: ReferenceEntry) {
  return [...tables.values()].flat();
}
