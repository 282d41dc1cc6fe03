import { exportedTypes } from "../model/exported-types.ts";
import type { Model } from "../model.ts";
import type { Finding } from "./change.ts";

/** The sections of aliases by the kinds of change that they undo for TypeScript. */
const sections = { "method-renamed": "methods", "type-renamed": "types", "schema-renamed": "schemas" } as const;

/**
 * True for a renaming after which the former name still works: the head has it as an alias of the new one, or it is also
 * the name of the component that both stand for.
 */
export function keptByAlias(base: Model, head: Model, { kind, before = "", after }: Finding): boolean {
  if (!Object.hasOwn(sections, kind)) return false;
  const section = sections[kind as keyof typeof sections];
  const isAlias = head.aliases[section].some(({ name, target }) => name === before && target === after);
  if (kind === "type-renamed") return isAlias || isComponent(base, head, before);
  if (kind === "method-renamed") return isAlias;
  const typeName = base.schemas.find(({ name }) => name === before)?.typeName;
  return isAlias && (typeName === undefined || exportedTypes(head).has(typeName));
}

/** True for a type that stands for one component, before and after. */
function isComponent(base: Model, head: Model, type: string): boolean {
  const component = ({ schemas }: Model) => schemas.find(({ typeName }) => typeName === type)?.name;
  return component(base) !== undefined && component(base) === component(head);
}
