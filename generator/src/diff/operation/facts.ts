import type { Operation } from "../../model.ts";
import type { Finding } from "../change.ts";

/** Names, family, texts, deprecation: what an operation is called and what is said of it. */
export function* facts(base: Operation, head: Operation): Generator<Finding> {
  const pairs = [
    ["operation-id-changed", base.id, head.id],
    ["method-renamed", base.accessor.join("."), head.accessor.join(".")],
    ["operation-family-changed", base.family, head.family],
  ] as const;
  for (const [kind, before, after] of pairs) if (before !== after) yield { kind, before, after };
  if (base.deprecated !== head.deprecated) {
    yield { kind: head.deprecated ? "operation-deprecated" : "operation-reinstated" };
  }
  if (JSON.stringify(base.text) !== JSON.stringify(head.text)) yield { kind: "operation-text-changed" };
}

/** The exported types of what goes in and what comes out, where both sides have one. */
export function* typeNames({ types: base }: Operation, { types: head }: Operation): Generator<Finding> {
  for (const part of ["request", "query", "response"] as const) {
    const [before, after] = [base[part], head[part]];
    if (before !== undefined && after !== undefined && before !== after) yield { kind: "type-renamed", before, after };
  }
}

/** How a list is walked, and whether a repeated command is known as one. */
export function* conduct(base: Operation, head: Operation): Generator<Finding> {
  const [before, after] = [walkOf(base), walkOf(head)];
  if (before === undefined && after !== undefined) yield { kind: "pagination-added", after };
  else if (before !== undefined && after === undefined) yield { kind: "pagination-removed", before };
  else if (before !== undefined && before !== after) yield { kind: "pagination-changed", before, after: after ?? "" };
  if (base.isCommand !== head.isCommand) yield { kind: head.isCommand ? "command-id-added" : "command-id-removed" };
}

function walkOf({ pagination }: Operation): string | undefined {
  return pagination && `${pagination.pages} (${pagination.items})`;
}

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
