import { deliveries, operations } from "./contract.ts";
import type { Section, Table } from "./markdown-page.ts";
import { pagesBelow } from "./pages.ts";

/** The words of the reference that tell a reader what a section is of, in one language. */
interface Titles {
  /** By heading, what a table of fields is of. */
  readonly tables: readonly (readonly [RegExp, string])[];
  readonly errors: string;
  /** Below an operation the events that may follow, below an event the operations. */
  readonly following: string;
  readonly followed: string;
}

/** The languages of the reference. */
export const referenceTitles: Readonly<Record<string, Titles>> = {
  en: {
    tables: [
      [/^Path parameters$/, "path"],
      [/^Query$/, "query"],
      [/^Headers$/, "header"],
      [/^Body \((.+)\)$/, "body $1"],
      [/^Response (\d+)$/, "response $1"],
      [/^Delivery$/, "delivery"],
    ],
    errors: "Errors",
    following: "Events that may follow",
    followed: "Follows from",
  },
  "zh-CN": {
    tables: [
      [/^路径参数$/, "path"],
      [/^查询参数$/, "query"],
      [/^请求头$/, "header"],
      [/^请求体（(.+)）$/, "body $1"],
      [/^响应 (\d+)$/, "response $1"],
      [/^投递内容$/, "delivery"],
    ],
    errors: "错误",
    following: "可能随之而来的事件",
    followed: "由以下操作引发",
  },
};

/** An operation or an event as the reference tells it. */
export interface ReferenceEntry {
  /** `POST /calls`, or `call.answered`. */
  readonly name: string;
  /** The tables of fields, by what they are of; those with a heading that is not known by the heading. */
  readonly tables: ReadonlyMap<string, readonly Table[]>;
  /** The statuses of the errors; what stands for all others is `default`. */
  readonly errors: readonly string[];
  /** The events that follow from an operation, or the operations that an event follows from. */
  readonly others: readonly string[];
  /** What stands in code before the first heading below. */
  readonly spans: readonly string[];
  /** For each of these in order, what is said of when it follows; empty where nothing is. */
  readonly conditions: readonly string[];
}

/** All entries of the reference in a language. */
export function referenceEntries(language: string) {
  const titles = referenceTitles[language] as Titles;
  const pages = pagesBelow(`packages/docs/generated/${language}`).filter(
    ({ path }) => !/\/api-changes\.md$/.test(path),
  );
  const entries = (isWanted: (section: Section) => string | undefined) =>
    pages.flatMap(({ sections }) =>
      sections.flatMap((section) => {
        const name = section.level === 3 ? isWanted(section) : undefined;
        if (name === undefined) return [];
        return [
          entryOf(
            titles,
            { name, spans: section.spans },
            sections.filter(({ above }) => above.includes(section)),
          ),
        ];
      }),
    );
  return {
    operations: entries(({ spans: [line = ""] }) => (operations.has(line) ? line : undefined)),
    events: entries(({ title }) => (deliveries.has(title) ? title : undefined)),
  };
}

function entryOf(
  titles: Titles,
  own: Pick<ReferenceEntry, "name" | "spans">,
  sections: readonly Section[],
): ReferenceEntry {
  const tables = new Map<string, readonly Table[]>();
  for (const { title, tables: found } of sections.filter((section) => section.title !== titles.errors)) {
    const [pattern, kind] = titles.tables.find(([known]) => known.test(title)) ?? [/^$/, ""];
    const what = title.replace(pattern, kind);
    if (found.length > 0) tables.set(what, [...(tables.get(what) ?? []), ...found]);
  }
  const titled = (title: string) => sections.filter((section) => section.title === title);
  const errorRows = titled(titles.errors).flatMap((section) => section.tables.flatMap(({ rows }) => rows));
  const isOther = (span: string) => operations.has(span) || deliveries.has(span);
  const between = [...titled(titles.following), ...titled(titles.followed)];
  const parts = between.flatMap(({ paragraphs }) => paragraphs.map((item) => item.split(" · ")));
  return {
    ...own,
    tables,
    errors: errorRows.map(([status]) => status?.spans[0] ?? "default"),
    others: between.flatMap(({ spans }) => spans.filter(isOther)),
    // Below an event, the line of the operation comes first.
    conditions: parts.map((found) =>
      found
        .slice(1)
        .filter((part) => !isOther(part.slice(1, -1)))
        .join(" · "),
    ),
  };
}
