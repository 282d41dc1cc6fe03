import { type Diagnostic, diagnose } from "../diagnostic.ts";
import { toPointer } from "../document/pointer.ts";
import type { Model } from "../model.ts";
import type { Specs, Text, Wording } from "../specs.ts";

/**
 * A translation has what English has: its texts, the names that stand in them as code, and the translations agreed on
 * for the terms in them. That an operation, an event or a name has no text at all is for `word` to say.
 */
export function* translations(_: Model, { wordings }: Pick<Specs, "wordings">): Generator<Diagnostic> {
  const [english, ...others] = wordings;
  if (english === undefined) return;
  for (const translation of others) {
    const terms = Object.entries(translation.terms ?? {}).map(([term, allowed]) => new Term(term, allowed));
    const file = `specs/wording/${translation.language}.yaml`;
    for (const { keys, source, text } of pairs(english, translation)) {
      const place = { file, pointer: toPointer(keys) };
      if (text === undefined)
        yield diagnose("wording-missing", `${keys.at(-1)} has no text, in English it has.`, place);
      else yield* [...lostNames(source, text), ...terms.flatMap((term) => term.check(source, text))].map(at(place));
    }
    for (const { term, isUsed } of terms) {
      const place = { file, pointer: toPointer(["terms", term]) };
      if (!isUsed) yield diagnose("wording-unused", `No English text has the term ${term}.`, place);
    }
  }
}

/** An English text and its translation, and the keys that lead to it. */
interface Pair {
  readonly keys: readonly string[];
  readonly source: string;
  readonly text: string | undefined;
}

function* pairs(english: Wording, translation: Wording): Generator<Pair> {
  for (const section of ["families", "operations", "events", "errors", "texmlCallbacks"] as const) {
    for (const [key, source] of Object.entries(english[section] ?? {})) {
      const text = own(translation[section] ?? {}, key);
      if (text !== undefined) yield* parts([section, key], source, text);
      else if (isUnwatched(section, key)) yield { keys: [section, key], source: source.summary, text };
    }
  }
  for (const section of ["glossary", "overrides", "occasions"] as const) {
    for (const [key, source] of Object.entries(english[section] ?? {})) {
      const text = own(translation[section] ?? {}, key);
      if (text !== undefined || section === "overrides") yield { keys: [section, key], source, text };
    }
  }
}

/** Where nothing else tells that an entry has no text: of a family, and of a code under one status. */
function isUnwatched(section: string, key: string): boolean {
  return section === "families" || (section === "errors" && key.includes(" "));
}

function* parts(keys: readonly string[], source: Text, text: Text): Generator<Pair> {
  for (const part of ["summary", "description"] as const) {
    if (source[part] !== undefined) yield { keys: [...keys, part], source: source[part], text: text[part] };
  }
}

const code = /`[^`]+`/g;

/** The names that stand in the source as code and not in its translation. */
function lostNames(source: string, text: string): Diagnostic[] {
  const kept = new Set(text.match(code));
  const lost = new Set((source.match(code) ?? []).filter((name) => !kept.has(name)));
  return [...lost].map((name) => diagnose("wording-name", `The name ${name} of the English text is missing.`));
}

/** A term, as the whole word it is in English, and what may stand for it. */
class Term {
  readonly term: string;
  isUsed = false;
  readonly #allowed: readonly string[];
  readonly #word: RegExp;

  constructor(term: string, allowed: readonly string[]) {
    this.term = term;
    this.#allowed = allowed;
    this.#word = new RegExp(`(?<![\\w-])${term.replace(/[^\w\s]/g, "\\$&")}s?(?![\\w-])`, "i");
  }

  /** Nothing where the source does not have the term, or the text has a translation of it; code is left aside. */
  check(source: string, text: string): Diagnostic[] {
    if (!this.#word.test(source.replace(code, "` `"))) return [];
    this.isUsed = true;
    const plain = text.replace(code, "` `");
    if (this.#allowed.some((word) => plain.includes(word))) return [];
    const allowed = this.#allowed.join(" or ");
    return [diagnose("wording-term", `The English text has "${this.term}", the translation has no ${allowed}.`)];
  }
}

function at(place: { readonly file: string; readonly pointer: string }) {
  return (diagnostic: Diagnostic): Diagnostic => ({ ...diagnostic, ...place });
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
