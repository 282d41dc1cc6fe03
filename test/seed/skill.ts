/** A skill as a reader finds it: parsed from its Markdown alone. */
export interface Skill {
  readonly frontMatter: string;
  /** By `POST /calls`. */
  readonly operations: ReadonlyMap<string, SkillOperation>;
  /** By the event's name on the wire: whole names such as `data.payload.from`, with their types. */
  readonly events: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

export interface SkillOperation {
  readonly path: ReadonlyMap<string, string>;
  /** The fields of the query, those of an object by dots: `page.size`. */
  readonly query: ReadonlyMap<string, string>;
  readonly required: ReadonlyMap<string, string>;
  /** The fields of which one has to be there. */
  readonly choice: ReadonlyMap<string, string>;
  readonly optional: ReadonlyMap<string, string>;
  readonly examples: readonly string[];
}

/** The words that label what is looked for, in one natural language. */
export interface SkillLabels {
  readonly path: string;
  readonly query: string;
  readonly required: string;
  readonly choice: string;
  readonly inclusiveChoice: string;
  readonly optional: string;
  readonly webhooks: string;
  readonly payloadFields: string;
  readonly envelope: string;
  /** Begins the cell of an event that has the fields which a line with this word lists. */
  readonly usual: string;
  readonly colon: string;
}

/** The labels of skills in English. */
export const englishLabels: SkillLabels = {
  path: "Path",
  query: "Query",
  required: "Required",
  choice: "Exactly one of",
  inclusiveChoice: "At least one of",
  optional: "Optional",
  webhooks: "Webhooks",
  payloadFields: "Payload fields",
  envelope: "Around the payload",
  usual: "the usual",
  colon: ": ",
};

/** The labels of skills in Chinese. */
export const chineseLabels: SkillLabels = {
  path: "路径",
  query: "查询参数",
  required: "必填",
  choice: "必须且只能选一个",
  inclusiveChoice: "至少选一个",
  optional: "可选",
  webhooks: "Webhook",
  payloadFields: "负载字段",
  envelope: "负载之外",
  usual: "通用字段",
  colon: "：",
};

/** Reads a skill. */
export function readSkill(markdown: string, labels: SkillLabels): Skill {
  const [, frontMatter = "", body = ""] = /^---\n(.*?)\n---\n(.*)$/s.exec(markdown) ?? [];
  const sections = body.split(/^(?=#{2,3} )/m);
  const operations = new Map<string, SkillOperation>();
  for (const section of sections) {
    const [, key] = /^### .*\n`([A-Z]+ \/[^`]*)`/.exec(section) ?? [];
    if (key !== undefined) operations.set(key, readOperation(section, labels));
  }
  return { frontMatter, operations, events: readEvents(sections, labels) };
}

function readOperation(section: string, labels: SkillLabels): SkillOperation {
  const fact = (label: string) => fieldsIn(lineAfter(section, `- ${label}${labels.colon}`));
  return {
    path: fact(labels.path),
    query: fact(labels.query),
    required: fact(labels.required),
    choice: new Map([...fact(labels.choice), ...fact(labels.inclusiveChoice)]),
    optional: fact(labels.optional),
    examples: [...section.matchAll(/^```\w+\n(.*?)^```$/gms)].map(([, code = ""]) => code),
  };
}

function lineAfter(text: string, start: string): string {
  const line = text.split("\n").find((candidate) => candidate.startsWith(start));
  return line?.slice(start.length) ?? "";
}

/** `` `name` (type), … `` as names and types; a type in code is taken out of its backticks. */
function fieldsIn(line: string): Map<string, string> {
  const field = /`([^`]+)`(?: \(|（)(?:`([^`]*)`|([^`()（），,、]*[^`()（），,、\s](?: \([^`()（）]+\))?(?:\[\])*))/g;
  return new Map([...line.matchAll(field)].map(([, name = "", code, text]) => [name, code ?? text ?? ""]));
}

function readEvents(sections: readonly string[], labels: SkillLabels): Map<string, Map<string, string>> {
  const payloads = sectionOf(sections, `### ${labels.payloadFields}\n`);
  const rows = rowsOf(payloads).map(([name = "", type = "", meaning = ""]) => {
    return { name: inCode(name), type: inCode(type), meaning };
  });
  const webhooks = sectionOf(sections, `## ${labels.webhooks}\n`);
  const usual = webhooks.split("\n").find((line) => line.includes(`“${labels.usual}”`)) ?? "";
  const events = rowsOf(webhooks).map(([name = "", , cell = ""]) => {
    const event = inCode(name);
    const listed = cell.startsWith(labels.usual) ? usual + cell : cell;
    const own = [...listed.matchAll(/`([^`]+)`/g)].map(([, field = ""]): [string, string] => {
      const [first, ...exceptions] = rows.filter((row) => row.name === field);
      const row = exceptions.find(({ meaning }) => isOf(meaning, event, labels.colon)) ?? first;
      return [`data.payload.${field}`, row?.type ?? "?"];
    });
    return [event, new Map([...envelopeOf(payloads, event, labels), ...own])] as const;
  });
  return new Map(events);
}

/** What holds for some events alone begins with their names. */
function isOf(meaning: string, event: string, colon: string): boolean {
  return (meaning.split(colon)[0] ?? "").split(/, |、/).includes(`\`${event}\``);
}

/** The envelope that is named for an event, or the one of all others. */
function envelopeOf(payloads: string, event: string, { envelope, colon }: SkillLabels): Map<string, string> {
  const exception = payloads.split("\n").find((line) => line.startsWith("- ") && isOf(line.slice(2), event, colon));
  return fieldsIn(exception ?? lineAfter(payloads, `- ${envelope}${colon}`));
}

function sectionOf(sections: readonly string[], start: string): string {
  return sections.find((section) => section.startsWith(start)) ?? "";
}

/** The rows of the tables in a text, each as its cells. */
function rowsOf(text: string): string[][] {
  const rows = text.split("\n").filter((line) => /^\| `/.test(line));
  return rows.map((row) => row.slice(2, -2).split(/(?<!\\) \| /));
}

function inCode(cell: string): string {
  return cell.replace(/^`|`$/g, "").replaceAll("\\|", "|");
}
