import type { Operation } from "../../model.ts";
import type { Finding } from "../change.ts";

/** How a list is walked. One that can be walked now can still be awaited. */
export function* conduct(base: Operation, head: Operation): Generator<Finding> {
  const [before, after] = [walkOf(base), walkOf(head)];
  if (before === after) return;
  if (before === undefined) yield { kind: "pagination-added", after: after ?? "" };
  else if (after === undefined) yield { kind: "pagination-removed", before };
  else yield { kind: "pagination-changed", before, after };
}

function walkOf({ pagination }: Operation): string | undefined {
  return pagination && `${pagination.pages} (${pagination.items})`;
}
