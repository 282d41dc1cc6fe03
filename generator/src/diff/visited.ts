import type { OpenApiDocument, Schema } from "../document/openapi.ts";
import { resolve } from "../document/resolve.ts";
import type { Direction } from "./change.ts";

/** Pairs of schemas that have been compared, by the owner of the place and the direction. */
export type Visited = Map<string, WeakMap<object, WeakSet<object>>>;

interface Sides {
  readonly base: OpenApiDocument;
  readonly head: OpenApiDocument;
  readonly visited: Visited;
}

/**
 * Marks a pair as compared for an owner; true where it was. A component that became another one has to be told of every
 * owner that uses it, hence the owner. Values without an identity of their own are compared each time.
 */
export function isVisited(
  { base, head, visited }: Sides,
  owner: string,
  direction: Direction,
  one: unknown,
  other: unknown,
) {
  const [left, right] = [resolve<Schema>(base, one as Schema), resolve<Schema>(head, other as Schema)];
  if (typeof left !== "object" || typeof right !== "object") return false;
  const key = `${direction} ${owner}`;
  const pairs = visited.get(key) ?? new WeakMap<object, WeakSet<object>>();
  visited.set(key, pairs);
  const seen = pairs.get(left) ?? new WeakSet();
  pairs.set(left, seen);
  if (seen.has(right)) return true;
  seen.add(right);
  return false;
}
