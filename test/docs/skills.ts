import { type ContractOperation, operationTables } from "./contract.ts";

/** What of the skills is in words, in one language. */
interface SkillTitles {
  /** What the names of its pages end in. */
  readonly ending: string;
  /** What a list of fields begins with, and what it is of. */
  readonly lists: Readonly<Record<string, "path" | "query" | "required" | "exactlyOne" | "atLeastOne" | "optional">>;
}

/** The languages of the skills. */
export const skillTitles: Readonly<Record<string, SkillTitles>> = {
  en: {
    ending: ".md",
    lists: {
      ...{ "Path: ": "path", "Query: ": "query", "Required: ": "required", "Optional: ": "optional" },
      ...{ "Exactly one of: ": "exactlyOne", "At least one of: ": "atLeastOne" },
    },
  },
  "zh-CN": {
    ending: ".zh-CN.md",
    lists: {
      ...{ "路径：": "path", "查询参数：": "query", "必填：": "required", "可选：": "optional" },
      ...{ "必须且只能选一个：": "exactlyOne", "至少选一个：": "atLeastOne" },
    },
  },
};

/** A field in a list: `` `to` (`string | string[]`) ``, `` `from`（string） ``. What stands after a comma is a note. */
const field =
  /`([^`]+)`(?: \(|（)(?:`([^`]+)`|((?:[^()（）,，、]|\([^()]*\))+))(?:[,，、][^()（）]*)?(?:\)|）)(?:, |、|$)/y;

/** The fields of a list, `name: type` each; what is no field is given as it is. */
export function listedFields(text: string): string[] {
  const found: string[] = [];
  field.lastIndex = 0;
  for (let end = 0; end < text.length; end = field.lastIndex) {
    const [, name, code, plain] = field.exec(text) ?? [];
    if (name === undefined) return [...found, text.slice(end)];
    found.push(`${name}: ${code ?? plain}`);
  }
  return found;
}

/** What the lists of an operation should have, by what a list is of. Long lists of values may be counted instead. */
export function wantedFields(operation: ContractOperation) {
  const tables = operationTables(operation);
  const body = [...tables].find(([what]) => what.startsWith("body "))?.[1] ?? [];
  const top = body.filter(({ name }) => !/[.[]/.test(name));
  const query = tables.get("query") ?? [];
  return {
    path: tables.get("path") ?? [],
    query: query.filter(({ name }) => !query.some((other) => other.name.startsWith(`${name}.`))),
    required: top.filter(({ required }) => required),
    exactlyOne: top.filter(({ choice }) => choice === "exactly"),
    atLeastOne: top.filter(({ choice }) => choice === "at least"),
    optional: top.filter(({ required, choice }) => !required && choice === undefined),
  };
}
