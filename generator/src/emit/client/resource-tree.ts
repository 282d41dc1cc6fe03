import type { Operation } from "../../model.ts";

/** A resource: its methods, and the resources below it. The root has the name `""` and no methods of its own. */
export interface Resource {
  readonly name: string;
  /** The name of its class, after the way to it: `CallsActions`. */
  readonly className: string;
  readonly methods: readonly { readonly name: string; readonly operation: Operation }[];
  readonly children: readonly Resource[];
}

/** Arranges the operations by their accessors: `calls.actions.answer` is the method `answer` of `calls` → `actions`. */
export function resourceTree(operations: readonly Operation[]): Resource {
  return resource([], operations);
}

function resource(way: readonly string[], operations: readonly Operation[]): Resource {
  const depth = way.length;
  const names = new Set(
    operations.filter(({ accessor }) => accessor.length > depth + 1).map(({ accessor }) => accessor[depth]),
  );
  return {
    name: way.at(-1) ?? "",
    className: way.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join(""),
    methods: operations
      .filter(({ accessor }) => accessor.length === depth + 1)
      .map((operation) => ({ name: operation.accessor[depth] ?? "", operation }))
      .sort((left, right) => (left.name < right.name ? -1 : 1)),
    children: ([...names].filter((name) => name !== undefined) as string[]).sort().map((name) =>
      resource(
        [...way, name],
        operations.filter(({ accessor }) => accessor[depth] === name && accessor.length > depth + 1),
      ),
    ),
  };
}
