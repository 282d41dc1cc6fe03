import { describe, expect, it } from "vitest";
import { fieldTable } from "../../../src/emit/docs/field-table.ts";
import { en } from "../../../src/emit/docs/words/en.ts";
import { zhCn } from "../../../src/emit/docs/words/zh-cn.ts";
import type { Field, Model, Shape } from "../../../src/model.ts";
import { smallModel } from "../../small-specs.ts";

const string: Shape = { kind: "scalar", type: "string", limits: {} };
const named = (name: string): Shape => ({ kind: "named", name });
const list = (items: Shape): Shape => ({ kind: "list", items, limits: {} });
const union = (...members: Shape[]): Shape => ({ kind: "union", members });
const structure = (...fields: Field[]): Shape => ({ kind: "structure", fields });
const field = (name: string, shape: Shape = string, more: Partial<Field> = {}): Field => {
  return { name, required: false, deprecated: false, text: "", shape, ...more };
};

const shapes: Readonly<Record<string, Shape>> = {
  Tree: structure(field("name"), field("children", list(named("Tree")))),
  Even: structure(field("odd", named("Odd"))),
  Odd: structure(field("even", named("Even"))),
  Cat: structure(field("purrs")),
  Dog: structure(field("barks")),
  Short: { kind: "scalar", type: "string", limits: { maxLength: 3 } },
};
const model: Model = {
  ...smallModel(),
  schemas: Object.entries(shapes).map(([name, shape]) => ({ name, typeName: name, shape, pointer: "#" })),
};

const reference = { model, words: en };

/** The rows of a table, less its head. */
const rows = (...fields: readonly Field[]) => fieldTable(reference, fields).split("\n").slice(2);

describe("fieldTable", () => {
  it("has a row for each field: name, type, whether it is required, and what is known of it", () => {
    const limits = { minimum: 1, maximum: 9 };
    const fields = [
      field("to", string, { required: true, text: "The `to|from` number" }),
      field("n", { kind: "scalar", type: "integer", limits }, { text: "A count", default: 3 }),
      field("old", string, { deprecated: true }),
      field("never", string, { isUnseen: true }),
    ];
    expect(fieldTable(reference, fields)).toBe(`| Field | Type | Required | Description |
| --- | --- | --- | --- |
| \`to\` | \`string\` | yes | The \`to\\|from\` number |
| \`n\` | \`integer\` |  | A count (default \`3\`, at least \`1\`, at most \`9\`) |
| \`old\` | \`string\` |  | (deprecated) |
| \`never\` | \`string\` |  | (declared, not seen in deliveries so far) |`);
  });

  it("tells of fields of which one has to be there, and of those that only the SDK has", () => {
    const names = ["call", "queue"];
    expect(
      rows(
        field("call", string, { choice: { names, isExclusive: true } }),
        field("note", string, { choice: { names: ["note", "text"], isExclusive: false } }),
        field("diversion", string, { onlyInSdk: "telnyx 7.24.0" }),
      ),
    ).toEqual([
      "| `call` | `string` | one of | (exactly one of `call`, `queue`) |",
      "| `note` | `string` | one of | (at least one of `note`, `text`) |",
      "| `diversion` | `string` |  | (only in the official SDK so far: `telnyx 7.24.0`) |",
    ]);
  });

  it("says so where there is none", () => {
    expect(fieldTable(reference, [])).toBe("No fields.");
    expect(fieldTable(reference, [field("", structure())])).toBe("No fields.");
  });

  it("says what a value without fields is", () => {
    expect(fieldTable(reference, [field("", list(string))])).toBe("`string[]`");
    expect(fieldTable(reference, [field("", union(string, named("Short")))])).toBe("`string`");
  });

  it("has a row for a field whose name ends in brackets", () => {
    expect(rows(field("filter[type][]"))).toEqual(["| `filter[type][]` | `string` |  |  |"]);
  });

  it("speaks the language of its words", () => {
    const n = field("n", { kind: "scalar", type: "integer", limits: { minimum: 1, strange: 2 } }, { required: true });
    expect(
      fieldTable({ model, words: zhCn }, [{ ...n, text: "数量。", default: 3 }]),
    ).toBe(`| 字段 | 类型 | 必填 | 说明 |
| --- | --- | --- | --- |
| \`n\` | \`integer\` | 是 | 数量。（默认值 \`3\`，不小于 \`1\`，strange \`2\`） |`);
  });
});

describe("fieldTable: fields below fields", () => {
  const tables: readonly [string, Field, readonly string[]][] = [
    [
      "of an object",
      field("a", structure(field("b", structure(field("c"))))),
      ["| `a` | `object` |  |  |", "| `a.b` | `object` |  |  |", "| `a.b.c` | `string` |  |  |"],
    ],
    [
      "of each item of a list",
      field("a", list(structure(field("b")))),
      ["| `a` | `object[]` |  |  |", "| `a[].b` | `string` |  |  |"],
    ],
    [
      "of what a dictionary holds",
      field("a", { kind: "structure", fields: [], rest: structure(field("b")) }),
      ["| `a` | `object` |  |  |", "| `a.*.b` | `string` |  |  |"],
    ],
    [
      "of the members of a union, each by its name",
      field("a", union(named("Cat"), named("Dog"))),
      [
        "| `a` | `object` |  |  |",
        "| `a.purrs` | `string` |  | in `Cat` |",
        "| `a.barks` | `string` |  | in `Dog` |",
      ].map((row) => row.replace(/in (`\w+`)/, "(in $1)")),
    ],
    ["of the body itself, which has no row of its own", field("", named("Cat")), ["| `purrs` | `string` |  |  |"]],
    [
      "of a schema that contains itself, once",
      field("", named("Tree")),
      ["| `name` | `string` |  |  |", "| `children` | `object[]` |  |  |"],
    ],
    [
      "of two schemas that contain each other, once",
      field("a", named("Even")),
      ["| `a` | `object` |  |  |", "| `a.odd` | `object` |  |  |", "| `a.odd.even` | `object` |  |  |"],
    ],
  ];
  it.each(tables)("%s", (_, given, want) => {
    expect(rows(given)).toEqual(want);
  });

  it("opens a schema again in another place, since it is no loop there", () => {
    expect(rows(field("a", named("Cat")), field("b", named("Cat"))).map((row) => row.split(" ")[1])).toEqual([
      "`a`",
      "`a.purrs`",
      "`b`",
      "`b.purrs`",
    ]);
  });
});

describe("fieldTable: hostile input", () => {
  const tables: readonly [string, Field, string][] = [
    ["a name with a pipe", field("a|b"), "| `a\\|b` | `string` |  |  |"],
    ["a name with a backtick and a line break", field("a`\nb"), "| `` a` b `` | `string` |  |  |"],
    [
      "a text with HTML and a line break",
      field("a", string, { text: "<script>\n|x" }),
      "| `a` | `string` |  | \\<script\\> \\|x |",
    ],
    [
      "enum values with pipes, commas and backticks",
      field("a", { kind: "literals", values: ["x|y", "a,b", "`"] }),
      '| `a` | `` "x\\|y" \\| "a,b" \\| "`" `` |  |  |',
    ],
    [
      "a pattern with pipes",
      field("a", { kind: "scalar", type: "string", limits: { pattern: "^(a|b)$" } }),
      "| `a` | `string` |  | (pattern `^(a\\|b)$`) |",
    ],
    ["a default with HTML", field("a", string, { default: "<b>|" }), '| `a` | `string` |  | (default `"<b>\\|"`) |'],
  ];
  it.each(tables)("%s", (_, given, want) => {
    expect(rows(given)).toEqual([want]);
  });
});

describe("fieldTable: limits", () => {
  const all = {
    minLength: 1,
    maxLength: 2,
    minItems: 3,
    maxItems: 4,
    exclusiveMinimum: 5,
    exclusiveMaximum: 6,
    multipleOf: 7,
  };
  const tables: readonly [string, Shape, string][] = [
    [
      "in words",
      { kind: "scalar", type: "string", limits: { ...all, uniqueItems: true } },
      "(minimum length `1`, maximum length `2`, minimum items `3`, maximum items `4`, more than `5`, less than `6`, " +
        "a multiple of `7`, no item twice)",
    ],
    ["of a list", { kind: "list", items: string, limits: { maxItems: 2 } }, "(maximum items `2`)"],
    [
      "of what may be null as well",
      union(shapes["Short"] ?? string, { kind: "scalar", type: "null", limits: {} }),
      "(maximum length `3`)",
    ],
    ["of a named schema", named("Short"), "(maximum length `3`)"],
  ];
  it.each(tables)("%s", (_, shape, want) => {
    expect(rows(field("a", shape))[0]?.split(" |  | ")[1]).toBe(`${want} |`);
  });
});
