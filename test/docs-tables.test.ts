import { describe, expect, it } from "vitest";
import { type ContractOperation, deliveries, operations, operationTables, payloadRows } from "./docs/contract.ts";
import { rowDifferences } from "./docs/field-rows.ts";
import type { Section, Table } from "./docs/markdown-page.ts";
import { pagesBelow } from "./docs/pages.ts";

/** What a table is of, by the heading above it in each language. */
const titles: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  en: [
    [/^Path parameters$/, "path"],
    [/^Query$/, "query"],
    [/^Headers$/, "header"],
    [/^Body \((.+)\)$/, "body $1"],
    [/^Response (\d+)$/, "response $1"],
    [/^Payload \(data\.payload\)$/, "payload"],
  ],
  "zh-CN": [
    [/^路径参数$/, "path"],
    [/^查询参数$/, "query"],
    [/^请求头$/, "header"],
    [/^请求体（(.+)）$/, "body $1"],
    [/^响应 (\d+)$/, "response $1"],
    [/^载荷（data\.payload）$/, "payload"],
  ],
};

describe.each(Object.keys(titles))("the tables of the reference in %s", (language) => {
  const pages = pagesBelow(`packages/docs/generated/${language}`).filter(
    ({ path }) => !path.endsWith("/api-changes.md"),
  );
  const sections = pages.flatMap((page) => page.sections);
  const operationSections = sections.filter(({ level, spans: [line = ""] }) => level === 3 && operations.has(line));
  const eventSections = sections.filter(({ level, title }) => level === 3 && deliveries.has(title));

  /** The tables below a heading, by what they are of. */
  const tablesBelow = (heading: Section) => {
    const found = new Map<string, readonly Table[]>();
    for (const { title, tables } of sections.filter(({ above }) => above.includes(heading))) {
      const [pattern, name] = titles[language]?.find(([known]) => known.test(title)) ?? [/^/, "? "];
      const what = title.replace(pattern, name);
      if (tables.length > 0) found.set(what, [...(found.get(what) ?? []), ...tables]);
    }
    return found;
  };

  it("stand below each operation and each event once", () => {
    expect(operationSections.map(({ spans: [line] }) => line).sort()).toEqual([...operations.keys()].sort());
    expect(eventSections.map(({ title }) => title).sort()).toEqual([...deliveries.keys()].sort());
  });

  it("tell all that operations take and answer, and nothing else", () => {
    const differences = operationSections.flatMap((section) => {
      const [line = ""] = section.spans;
      const wanted = operationTables(operations.get(line) as ContractOperation);
      const found = tablesBelow(section);
      return [...new Set([...wanted.keys(), ...found.keys()])].flatMap((what) =>
        rowDifferences(`${line}, ${what}`, wanted.get(what) ?? [], found.get(what) ?? []),
      );
    });
    expect(differences).toEqual([]);
  });

  it("tell all that events bring, and nothing else", () => {
    const differences = eventSections.flatMap((section) => {
      const wanted = payloadRows(deliveries.get(section.title) ?? {});
      return rowDifferences(section.title, wanted, tablesBelow(section).get("payload") ?? []);
    });
    expect(differences).toEqual([]);
  });

  it("have been counted", () => {
    const tables = [...operationSections, ...eventSections].flatMap((section) =>
      [...tablesBelow(section).values()].flat(),
    );
    const rows = tables.flatMap((table) => table.rows).length;
    console.log(`${language}: ${tables.length} tables, ${rows} rows`);
    expect(rows).toBeGreaterThan(3_500);
  });
});
