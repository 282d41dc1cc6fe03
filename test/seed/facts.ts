import { readFileSync } from "node:fs";
import { load } from "js-yaml";

/** What the seed says, from `facts.yaml`. */
export interface SeedFacts {
  readonly operations: readonly SeedOperation[];
  readonly events: readonly SeedEvent[];
  /** What our skill says otherwise, with the reason. */
  readonly mended: readonly Mended[];
  /** The same of the fields of events. */
  readonly mendedFields: readonly Omit<Mended, "operation">[];
}

export interface SeedOperation {
  readonly title: string;
  /** `POST /calls`. */
  readonly operation: string;
  readonly required?: readonly string[];
  /** Names by type. */
  readonly optional?: Readonly<Record<string, readonly string[]>>;
  readonly ruby: SeedCall;
}

/** A call in Ruby: how many ids it is given, and the names of its keywords. */
export interface SeedCall {
  readonly method: string;
  readonly ids?: number;
  readonly arguments?: readonly string[];
}

export interface SeedEvent {
  /** The webhook's key in the OpenAPI document. */
  readonly key: string;
  readonly title: string;
  /** Names by type. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
}

export interface Mended {
  readonly operation: string;
  readonly field: string;
  readonly type: string;
  readonly reason: string;
}

/** Reads the table of the seed's facts. */
export function seedFacts(): SeedFacts {
  return load(readFileSync(new URL("facts.yaml", import.meta.url), "utf8")) as SeedFacts;
}

/** Names with their types, in the order of the names. */
export function byName(types: Readonly<Record<string, readonly string[]>> = {}): [name: string, type: string][] {
  const pairs = Object.entries(types).flatMap(([type, names]) => names.map((name): [string, string] => [name, type]));
  return pairs.sort(([left], [right]) => (left < right ? -1 : 1));
}

/** The shape of the first call in a block of Ruby. */
export function rubyCall(code: string): SeedCall | undefined {
  const bare = code.replace(/"(?:[^"\\]|\\.)*"/g, '""');
  const [call, method = ""] = /client\.([a-z_.]+)/.exec(bare) ?? [];
  if (call === undefined) return undefined;
  const parts = argumentsOf(bare.slice(bare.indexOf(call) + call.length));
  const names = parts.flatMap((part) => /^(\w+): /.exec(part)?.[1] ?? []);
  const ids = parts.length - names.length;
  return { method, ...(ids > 0 && { ids }), ...(names.length > 0 && { arguments: names }) };
}

/** What stands between the parentheses that follow, if any, split at the commas that lie in nothing else. */
function argumentsOf(text: string): string[] {
  if (!text.startsWith("(")) return [];
  const parts = [""];
  let depth = 0;
  for (const character of text) {
    if ("([{".includes(character)) depth++;
    if (")]}".includes(character)) depth--;
    if (depth === 0) break;
    if (depth === 1 && character === ",") parts.push("");
    else if (depth > 1 || character !== "(") parts.push(`${parts.pop()}${character}`);
  }
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}
