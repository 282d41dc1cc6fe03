import { readFileSync } from "node:fs";
import type { OperationExample } from "./operations-example.ts";
import { methodOf } from "./operations-example-call.ts";

/** What the official SDK calls the methods that have another name here. All others have the same name in both. */
const names: { readonly operations: Readonly<Record<string, OperationName>> } = JSON.parse(
  readFileSync(new URL("../specs/names.json", import.meta.url), "utf8"),
);
const officials = new Map(Object.values(names.operations).map(({ method, official = {} }) => [method, official]));

interface OperationName {
  readonly method: string;
  readonly official?: {
    readonly method?: string;
    readonly fields?: Readonly<Record<string, string>>;
    readonly body?: string;
  };
}

/** What the official SDK calls a method of ours. */
export function officialName(accessor: string): string {
  return officials.get(accessor)?.method ?? accessor;
}

/** The fields as the official SDK takes them: some have another name there, and some bodies go as a whole. */
function officialInput(accessor: string, given: object): object {
  const { fields = {}, body } = officials.get(accessor) ?? {};
  if (body !== undefined) return { [body]: given };
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [fields[name] ?? name, value]));
}

/** Calls an operation by the method of the official SDK: the last id goes first, all else in one object. */
export function callOfficial(client: object, { accessor, ids, query, body }: OperationExample): unknown {
  const names = Object.keys(ids);
  const last = names.pop();
  const given = query ?? body;
  const input = given && officialInput(accessor, given);
  const rest = names.map((name) => [name, ids[name]]);
  const method = methodOf(client, officialName(accessor));
  return method?.(
    ...(last === undefined ? [] : [ids[last]]),
    ...(input || names.length > 0 ? [{ ...Object.fromEntries(rest), ...input }] : []),
  );
}

/** The methods that an SDK has below some of its resources, by their names from the client down. */
export function methodsBelow(client: object, resources: readonly string[]): string[] {
  return resources.flatMap((name) => methodsOf(name, (client as Record<string, object>)[name] ?? {}));
}

function methodsOf(way: string, resource: object): string[] {
  const own = Object.getOwnPropertyNames(Object.getPrototypeOf(resource)).filter((name) => name !== "constructor");
  const below = Object.entries(resource).filter(([name]) => !name.startsWith("_"));
  return [...own.map((name) => `${way}.${name}`), ...below.flatMap(([name, one]) => methodsOf(`${way}.${name}`, one))];
}
