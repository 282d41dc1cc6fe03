import type { Model } from "../model.ts";

/** The names of all types that the package of types exports for a model: of what it has, and of what that was called. */
export function exportedTypes({ operations, events, schemas, texmlCallbacks, aliases }: Model): Set<string> {
  return new Set([
    ...texmlCallbacks.map(({ type }) => type),
    ...[...operations, ...events].flatMap(({ types }) => Object.values(types)),
    ...schemas.map(({ typeName }) => typeName),
    ...aliases.types.map(({ name }) => name),
    ...aliases.schemas.flatMap(({ typeName }) => typeName ?? []),
  ]);
}
