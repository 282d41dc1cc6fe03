import { type Diagnostic, diagnose, type Result } from "../diagnostic.ts";
import type { Schema } from "../document/openapi.ts";
import { toPointer } from "../document/pointer.ts";
import { resolve } from "../document/resolve.ts";
import type { Field, TexmlCallback } from "../model.ts";
import type { TexmlCallbacks, Text, Wording } from "../specs.ts";
import { exampleOf } from "./example.ts";
import { fieldsOf } from "./shape.ts";

/** The words of a language, and those that stand in for what it lacks. */
export interface TexmlWords {
  readonly wording: Wording;
  readonly fallback?: Wording;
}

/**
 * Builds the TeXML callbacks of the specs, worded where words matter. What a language has no text for, and what it has a text
 * for that nothing needs, is a debt. A schema that is not there is reported, and its callback left out.
 */
export function buildTexmlCallbacks(specs: TexmlCallbacks, words?: TexmlWords): Result<TexmlCallback[]> {
  const texts = words && new TexmlTexts(words);
  const diagnostics: Diagnostic[] = [];
  const value = Object.entries(specs.callbacks).flatMap(
    ([kind, { type, schema, recognisedBy, askedBy }]): TexmlCallback[] => {
      const resolved = resolve<Schema>(specs, schema);
      if (resolved === undefined) {
        const place = { file: "specs/texml-callbacks.yaml", pointer: toPointer(["callbacks", kind, "schema"]) };
        diagnostics.push(diagnose("reference-unresolved", `${schema.$ref} leads to nothing.`, place));
        return [];
      }
      const fields = mergedFields(fieldsOf(specs, resolved)).map((field) => {
        return texts === undefined ? field : { ...field, text: texts.field(kind, field.name) };
      });
      const example = exampleOf({ document: specs, values: {}, fields: "all" }, resolved) as Record<string, string>;
      const isRequest = askedBy.length > 0 && askedBy.every(({ answer }) => answer === "texml");
      const text = texts?.callback(kind) ?? { summary: "" };
      return [{ kind, type, text, fields, conditions: [recognisedBy].flat(), askedBy, isRequest, example }];
    },
  );
  return { value, diagnostics: [...diagnostics, ...(texts?.diagnostics() ?? [])] };
}

/** Each field once, as the innermost part has it, and required where any part says so; those that are always there first. */
function mergedFields(fields: readonly Field[]): Field[] {
  const merged = new Map<string, Field>();
  for (const field of fields) {
    merged.set(field.name, { ...field, required: field.required || merged.get(field.name)?.required === true });
  }
  return [...merged.values()].sort((left, right) => Number(right.required) - Number(left.required));
}

/** Looks up what is said of the callbacks, and keeps account of what is missing and of what was never used. */
class TexmlTexts {
  readonly #callbacks: Section<Text>;
  readonly #fields: Section<string>;

  constructor({ wording, fallback }: TexmlWords) {
    const { language } = wording;
    this.#callbacks = new Section(language, "texmlCallbacks", wording.texmlCallbacks, fallback?.texmlCallbacks);
    this.#fields = new Section(language, "texmlFields", wording.texmlFields, fallback?.texmlFields);
  }

  callback(kind: string): Text {
    return this.#callbacks.text(kind) ?? { summary: "" };
  }

  field(kind: string, name: string): string {
    const special = `${kind}.${name}`;
    return this.#fields.text(this.#fields.has(special) ? special : name) ?? "";
  }

  diagnostics(): Diagnostic[] {
    return [...this.#callbacks.diagnostics(), ...this.#fields.diagnostics()];
  }
}

/** A section of a wording. What it lacks, that of the fallback has in its stead. */
class Section<T> {
  readonly #language: string;
  readonly #name: string;
  readonly #texts: Readonly<Record<string, T>>;
  readonly #fallback: Readonly<Record<string, T>>;
  readonly #used = new Set<string>();

  constructor(
    language: string,
    name: string,
    texts: Readonly<Record<string, T>> = {},
    fallback: Readonly<Record<string, T>> = {},
  ) {
    this.#language = language;
    this.#name = name;
    this.#texts = texts;
    this.#fallback = fallback;
  }

  has(key: string): boolean {
    return Object.hasOwn(this.#texts, key) || Object.hasOwn(this.#fallback, key);
  }

  text(key: string): T | undefined {
    this.#used.add(key);
    const texts = Object.hasOwn(this.#texts, key) ? this.#texts : this.#fallback;
    return Object.hasOwn(texts, key) ? texts[key] : undefined;
  }

  diagnostics(): Diagnostic[] {
    const missing = [...this.#used].filter((key) => !Object.hasOwn(this.#texts, key));
    const unused = Object.keys(this.#texts).filter((key) => !this.#used.has(key));
    return [
      ...missing.map((key) => diagnose("wording-missing", `${key} has no text.`, this.#place(key))),
      ...unused.map((key) => diagnose("wording-unused", `Nothing is called ${key}.`, this.#place(key))),
    ];
  }

  #place(key: string) {
    return { file: `specs/wording/${this.#language}.yaml`, pointer: toPointer([this.#name, key]) };
  }
}
