/** What a table should say of a value that the contract names. */
export interface ContractRow {
  /** The way to it: `a.b` in an object, `a[].b` in each item of a list, `a.*` in a map. */
  readonly name: string;
  /** As the tables write it: `integer | null`, `"a" | "b"`, `object[]`, `string (uuid)`. */
  readonly type: string;
  readonly required: boolean;
  /** Of a field of which one among several has to be there: whether the others must be left out then. */
  readonly choice?: "exactly" | "at least";
  /** Its default as JSON, and its limits: each stands in the description as code. */
  readonly facts: readonly string[];
}

/** The keywords of a schema that the tables tell of. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly "x-open-enum"?: boolean;
  readonly "x-ahead-of-upstream"?: { readonly sdk: string };
  readonly default?: unknown;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly required?: readonly string[];
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
}

const limits = [
  ...["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"],
  ...["minLength", "maxLength", "minItems", "maxItems", "pattern"],
];

/** Reads rows off a document: by nothing but the document and the rules of JSON Schema, so that it can prove the pages. */
export class ContractRows {
  readonly #document: object;

  constructor(document: object) {
    this.#document = document;
  }

  /** What a reference leads to, or the object itself. */
  resolve<Value extends object>(value: Value): Value {
    const { $ref } = value as { readonly $ref?: string };
    if ($ref === undefined) return value;
    const steps = $ref.slice("#/".length).split("/");
    const target = steps.reduce<unknown>((node, step) => {
      return (node as Record<string, unknown>)[step.replaceAll("~1", "/").replaceAll("~0", "~")];
    }, this.#document);
    return this.resolve(target as Value);
  }

  /** The row of a named value, and those below it. */
  row(name: string, schema: Schema, required: boolean, inside: readonly string[] = [], choice?: Choice): ContractRow[] {
    const facts = [...this.#facts(schema), ...(choice?.names ?? [])];
    const type = this.#types(schema, []).join(" | ");
    const row = { name, type, required, ...(choice && { choice: choice.kind }), facts };
    return [row, ...this.below(schema, name, inside)];
  }

  /** All that is below a value of a schema. What a schema holds of itself is not opened again. */
  below(schema: Schema, name = "", inside: readonly string[] = []): ContractRow[] {
    const { $ref, items, additionalProperties: rest } = schema;
    if ($ref !== undefined) {
      return inside.includes($ref) ? [] : this.below(this.resolve(schema), name, [...inside, $ref]);
    }
    return [
      ...this.#properties(schema, name, inside),
      ...(items ? this.below(items, `${name}[]`, inside) : []),
      ...(typeof rest === "object" ? this.below(rest, name === "" ? "*" : `${name}.*`, inside) : []),
      ...membersOf(schema).flatMap((member) => this.below(member, name, inside)),
    ];
  }

  /** The properties of an object, with those of the parts it is made of. */
  #properties(
    schema: Schema,
    name: string,
    inside: readonly string[],
    demanded: readonly string[] = [],
  ): ContractRow[] {
    const required = [...demanded, ...(schema.required ?? [])];
    const parts = (schema.allOf ?? []).map((part) => this.resolve(part));
    const choices = [schema, ...parts].map(choiceOf);
    const own = Object.entries(schema.properties ?? {}).flatMap(([key, property]) => {
      const choice = choices.find(({ names }) => names.includes(key));
      return this.row(name === "" ? key : `${name}.${key}`, property, required.includes(key), inside, choice);
    });
    return [...own, ...parts.flatMap((part) => this.#properties(part, name, inside, required))];
  }

  #facts(schema: Schema): string[] {
    const target = this.resolve(schema);
    const standard = schema.default ?? target.default;
    const values = limits.map((keyword) => (target as Readonly<Record<string, unknown>>)[keyword]);
    const { sdk } = schema["x-ahead-of-upstream"] ?? {};
    return [
      ...(sdk === undefined ? [] : [sdk]),
      ...(standard === undefined ? [] : [JSON.stringify(standard)]),
      ...values.filter((value) => value !== undefined).map(String),
    ];
  }

  #types(schema: Schema, inside: readonly string[]): string[] {
    const { $ref, type, format, items } = schema;
    if ($ref !== undefined) {
      return inside.includes($ref) ? ["object"] : this.#types(this.resolve(schema), [...inside, $ref]);
    }
    const values = "const" in schema ? [schema.const] : schema.enum;
    if (values !== undefined) return literalTypes(values, schema["x-open-enum"] === true);
    const members = membersOf(schema);
    if (members.length > 0) return [...new Set(members.flatMap((member) => this.#types(member, inside)))];
    const types = [type ?? (schema.properties || schema.allOf ? "object" : "any")].flat();
    return types.map((one) => {
      if (one === "array") return listType(this.#types(items ?? {}, inside));
      return format === undefined || one === "null" ? one : `${one} (${format})`;
    });
  }
}

interface Choice {
  readonly names: readonly string[];
  readonly kind: "exactly" | "at least";
}

/** The fields that alternatives of an object demand, one each. */
function choiceOf({ oneOf, anyOf = [] }: Schema): Choice {
  const demanded = (oneOf ?? anyOf).map(({ required = [] }) => required);
  const names = demanded.every(({ length }) => length === 1) ? demanded.flat() : [];
  return { names, kind: oneOf === undefined ? "at least" : "exactly" };
}

/** The alternatives of a value; those of an object only forbid or demand fields that it has anyway. */
function membersOf({ properties, oneOf = [], anyOf = [] }: Schema): readonly Schema[] {
  return properties === undefined ? [...oneOf, ...anyOf] : [];
}

function literalTypes(values: readonly unknown[], isOpen: boolean): string[] {
  const texts = values.filter((value) => value !== null).map((value) => JSON.stringify(value));
  return [...texts, ...(isOpen ? ["string"] : []), ...(values.includes(null) ? ["null"] : [])];
}

function listType(types: readonly string[]): string {
  const text = types.join(" | ");
  return /[ |]/.test(text) ? `(${text})[]` : `${text}[]`;
}
