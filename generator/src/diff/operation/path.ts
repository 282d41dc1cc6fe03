import type { Operation } from "../../model.ts";
import type { Finding } from "../change.ts";

/** The path as a whole, and the names of its parameters, which are not sent. */
export function* path(base: Operation, head: Operation): Generator<Finding> {
  const line = ({ method, path }: Operation) => `${method.toUpperCase()} ${path}`;
  const form = (operation: Operation) => line(operation).replace(/\{[^{}]*\}/g, "{}");
  if (form(base) !== form(head)) {
    yield { kind: "operation-moved", before: line(base), after: line(head) };
    return;
  }
  for (const [index, { name: before }] of base.pathParameters.entries()) {
    const after = head.pathParameters[index]?.name ?? "";
    if (before !== after) yield { kind: "path-parameter-renamed", before, after };
  }
}
