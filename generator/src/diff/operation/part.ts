import type { OpenApiDocument } from "../../document/openapi.ts";
import { isReference } from "../../document/openapi.ts";
import { toPointer } from "../../document/pointer.ts";
import { componentName, resolve } from "../../document/resolve.ts";
import type { Place } from "../change.ts";

/** A part of an operation: a parameter, a body, an answer or a header, with references followed. */
export interface Part<T> {
  readonly value: T;
  /** Where it stands in the document. */
  readonly pointer: string;
  /** The component that it is, such as `parameter PageSize`; undefined for one that stands where it is used. */
  readonly component?: string;
}

/** What sections of the components hold, by the word for one of them. */
const sections = { parameter: "parameters", body: "requestBodies", answer: "responses", header: "headers" } as const;
export type PartKind = keyof typeof sections;

/** Finds a part, which may be a reference to a component; undefined where there is none. */
export function partOf<T extends object>(
  document: OpenApiDocument,
  kind: PartKind,
  entry: T | { $ref: string } | undefined,
  pointer: string,
): Part<T> | undefined {
  const value = resolve<T>(document, entry);
  if (value === undefined) return undefined;
  const name = isReference(entry) ? componentName(entry.$ref, sections[kind]) : undefined;
  if (name === undefined) return { value, pointer };
  return { value, pointer: toPointer(["components", sections[kind], name]), component: `${kind} ${name}` };
}

/** The place of a part on both sides: a component of one name is its own owner, so that its changes are told once. */
export function placeOf({ owner }: Place, path: string, base?: Part<object>, head?: Part<object>): Place {
  const own = base?.component !== undefined && base.component === head?.component ? base.component : owner;
  return { owner: own, path, base: base?.pointer ?? "", head: head?.pointer ?? "" };
}
