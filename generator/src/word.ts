import { type Diagnostic, diagnose, type Result } from "./diagnostic.ts";
import { eventName } from "./document/event-name.ts";
import { isObject, type OpenApiDocument, type OperationObject } from "./document/openapi.ts";
import { operationsOf } from "./document/operations.ts";
import { toPointer } from "./document/pointer.ts";
import { type Node, walkDocument } from "./document/walk.ts";
import type { UpstreamWording, Wording } from "./specs.ts";

/**
 * Puts the wording into a corrected contract, as summaries and descriptions. What a language lacks falls back to the
 * fallback's text, then to upstream's where that is kept. What has no text in `wording` itself is a debt.
 */
export function word(
  contract: OpenApiDocument,
  wording: Wording,
  fallback: { readonly wording?: Wording; readonly upstream: UpstreamWording },
): Result<OpenApiDocument> {
  const document = structuredClone(contract);
  const words = new Words(wording, fallback.wording, fallback.upstream);
  for (const { path, method, operation } of operationsOf(document)) {
    words.operation(operation, operation.operationId, toPointer(["paths", path, method]));
  }
  for (const [key, webhook] of Object.entries(document.webhooks ?? {})) {
    if (webhook.post) words.event(webhook.post, eventName(document, webhook), toPointer(["webhooks", key, "post"]));
  }
  for (const node of walkDocument(document)) words.field(document, node);
  return { value: document, diagnostics: words.diagnostics() };
}

/** Looks texts up and keeps account of what is missing and of what was never used. */
class Words {
  readonly #wording: Wording;
  readonly #fallback: Wording | undefined;
  readonly #upstream: UpstreamWording;
  readonly #diagnostics: Diagnostic[] = [];
  readonly #used = new Set<string>();
  readonly #overridden = new Set<string>();
  /** How many fields of a name no override speaks of. */
  readonly #general = new Map<string, number>();

  constructor(wording: Wording, fallback: Wording | undefined, upstream: UpstreamWording) {
    this.#wording = wording;
    this.#fallback = fallback;
    this.#upstream = upstream;
  }

  operation(operation: OperationObject, id: string | undefined, pointer: string): void {
    this.#text("operations", operation, id, pointer);
  }

  event(operation: OperationObject, name: string | undefined, pointer: string): void {
    this.#text("events", operation, name, pointer);
  }

  /** Gives a property or parameter its description. */
  field(document: OpenApiDocument, node: Node): void {
    const named = fieldName(document, node);
    if (named === undefined) return;
    const { name, qualified } = named;
    const special = this.#lookup("overrides", qualified);
    if (special !== undefined) this.#overridden.add(name);
    const text = special ?? this.#inGeneral(name, node);
    if (text !== undefined) node.value["description"] = text;
  }

  /** What is said of a name wherever no override says more. */
  #inGeneral(name: string, node: Node): string | undefined {
    this.#general.set(name, (this.#general.get(name) ?? 0) + 1);
    return this.#lookup("glossary", name) ?? this.#upstream[toPointer(node.keys)]?.description;
  }

  /** The debts: names that nothing speaks of, operations and events without text, entries that nothing used. */
  diagnostics(): Diagnostic[] {
    const missing = [...this.#general].flatMap(([name, count]) => {
      if (Object.hasOwn(this.#wording.glossary, name)) return [];
      return this.#missing("glossary", name, count === 1 ? "occurs once" : `occurs ${count} times`);
    });
    const unused = (["operations", "events", "glossary", "overrides"] as const).flatMap((section) =>
      Object.keys(this.#wording[section])
        .filter((key) => !this.#used.has(`${section} ${key}`))
        .map((key) => diagnose("wording-unused", this.#unusedBecause(section, key), this.#place(section, key))),
    );
    return [...this.#diagnostics, ...missing, ...unused];
  }

  #text(section: "operations" | "events", target: OperationObject, key: string | undefined, pointer: string): void {
    const own = key === undefined ? undefined : ownValue(this.#wording[section], key);
    if (key !== undefined && own === undefined) this.#diagnostics.push(this.#missing(section, key, "has no text"));
    if (key !== undefined) this.#used.add(`${section} ${key}`);
    const inherited = key === undefined ? undefined : ownValue(this.#fallback?.[section] ?? {}, key);
    const { summary, description } = own ?? inherited ?? this.#upstream[pointer] ?? {};
    if (summary !== undefined) target.summary = summary;
    if (description !== undefined) target.description = description;
  }

  #lookup(section: "overrides" | "glossary", key: string): string | undefined {
    this.#used.add(`${section} ${key}`);
    return ownValue(this.#wording[section], key) ?? ownValue(this.#fallback?.[section] ?? {}, key);
  }

  #missing(section: string, key: string, why: string): Diagnostic {
    return diagnose("wording-missing", `${key} ${why}.`, this.#place(section, key));
  }

  #unusedBecause(section: string, key: string): string {
    return section === "glossary" && this.#overridden.has(key)
      ? `Every ${key} has an override.`
      : `Nothing is called ${key}.`;
  }

  #place(section: string, key: string) {
    return { file: `specs/wording/${this.#wording.language}.yaml`, pointer: toPointer([section, key]) };
  }
}

function ownValue<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** The name of a property or parameter, and how an override refers to it; undefined for any other object. */
function fieldName(
  document: OpenApiDocument,
  { kind, keys, value, under }: Node,
): { name: string; qualified: string } | undefined {
  if (kind === "parameter" && typeof value["name"] === "string") {
    return { name: value["name"], qualified: `${owner(document, keys)}.${value["name"]}` };
  }
  const name = keys.at(-1);
  if (kind !== "schema" || under !== "properties" || typeof name !== "string") return undefined;
  return { name, qualified: [owner(document, keys), ...propertyPath(keys)].join(".") };
}

/** The component or operation that an object belongs to. */
function owner(document: OpenApiDocument, keys: readonly (string | number)[]): string {
  const [section, name, member] = keys;
  if (section === "components") return String(member);
  const item = section === "webhooks" ? document.webhooks?.[String(name)] : document.paths[String(name)];
  const operation = item?.[member as "get"];
  return isObject(operation) && typeof operation.operationId === "string" ? operation.operationId : String(name);
}

/** The names of the properties on the way to a schema, less the three keys that name its owner. */
function propertyPath(keys: readonly (string | number)[]): string[] {
  const names: string[] = [];
  for (let index = 3; index < keys.length; index++) if (keys[index] === "properties") names.push(String(keys[++index]));
  return names;
}
