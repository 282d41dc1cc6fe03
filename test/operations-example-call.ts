import type { ApiPromise, TelnyxVoice } from "@telnyx-voice/client";
import type { OperationExample } from "./operations-example.ts";

/** Calls an operation by the method of our client, as a program would. */
export function callOurs(client: TelnyxVoice, example: OperationExample): ApiPromise<unknown> {
  const input = example.query ?? example.body;
  const method = methodOf(client, example.accessor);
  if (method === undefined) throw new Error(`The client has no method ${example.accessor}`);
  return method(...Object.values(example.ids), ...(input ? [input] : [])) as ApiPromise<unknown>;
}

/** The method that names lead to from a client down; undefined where there is none. */
export function methodOf(client: object, accessor: string): ((...given: unknown[]) => unknown) | undefined {
  const way = accessor.split(".");
  const name = way.pop() ?? "";
  const resource = way.reduce<Node | undefined>((node, step) => node?.[step] as Node | undefined, client as Node);
  const method = resource?.[name];
  return typeof method === "function" ? method.bind(resource) : undefined;
}

interface Node {
  readonly [name: string]: unknown;
}
