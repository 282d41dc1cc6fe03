import { type ApiPromise, CallPromise } from "./api-promise.ts";
import { PagesPromise } from "./list-promise.ts";
import { type Call, type CallOptions, type OperationData, type OperationTree, readOperation } from "./operation.ts";
import type { Send } from "./send.ts";

/**
 * Makes a tree of methods of a tree of operations. A method takes the ids of its path, then its body or its query, then
 * options; its types are those of the generated interface.
 */
export function createResources({ "/": folder, ...tree }: OperationTree, send: Send): object {
  const members = Object.entries(tree).map(([name, entry]) => {
    if (typeof entry !== "string") return [name, createResources(entry, send)];
    return [name, methodOf(readOperation(entry, folder as string | undefined), send)];
  });
  return Object.fromEntries(members);
}

function methodOf(operation: OperationData, send: Send) {
  const count = operation.path.match(/\{[^{}]*\}/g)?.length ?? 0;
  const hasInput = operation.body || operation.query;
  return (...given: unknown[]) => {
    const ids = given.splice(0, count);
    const input = hasInput && given.shift();
    return startCall(send, { operation, ids, input, options: given[0] as CallOptions | undefined });
  };
}

/** What a call gives: a promise, which can also be walked where the answer is a list. */
export function startCall(send: Send, call: Call): ApiPromise<never> {
  const exchange = send<never>(call);
  if (call.operation.pages) return new PagesPromise<never, never>(call.operation, exchange);
  const promise = new CallPromise(exchange);
  // Whether or not anybody waits. A failure is told to those who do.
  promise.withResponse();
  return promise;
}
