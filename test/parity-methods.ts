import { readFileSync } from "node:fs";
import type { OperationExample } from "./operations-example.ts";
import { methodOf } from "./operations-example-call.ts";

/** What the official SDK calls the methods that have another name here. All others have the same name in both. */
const names: { readonly operations: Readonly<Record<string, OperationName>> } = JSON.parse(
  readFileSync(new URL("../specs/names.json", import.meta.url), "utf8"),
);
const officialNames = new Map(Object.values(names.operations).map((name) => [name.method, name.official?.method]));

interface OperationName {
  readonly method: string;
  readonly official?: { readonly method?: string };
}

/** Where the official SDK wants the same fields in another form. */
const officialInputs: Readonly<Record<string, (input: object) => object>> = {
  // Its path has a `call_control_id`, too, and the SDK takes the two from one object.
  "calls.actions.bridge": ({ call_control_id, ...input }: { call_control_id?: string }) => {
    return { ...input, call_control_id_to_bridge_with: call_control_id };
  },
  "texml.accounts.calls.create": (body) => ({ body }),
};

/** What the official SDK calls a method of ours. */
export function officialName(accessor: string): string {
  return officialNames.get(accessor) ?? accessor;
}

/** Calls an operation by the method of the official SDK: the last id goes first, all else in one object. */
export function callOfficial(client: object, { accessor, ids, query, body }: OperationExample): unknown {
  const names = Object.keys(ids);
  const last = names.pop();
  const given = query ?? body;
  const input = given && (officialInputs[accessor]?.(given) ?? given);
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
