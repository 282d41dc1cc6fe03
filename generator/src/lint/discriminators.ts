import { type Diagnostic, diagnose } from "../diagnostic.ts";
import { nodesOf } from "../document/nodes.ts";
import { isObject } from "../document/openapi.ts";
import { toPointer } from "../document/pointer.ts";
import type { Model } from "../model.ts";

/**
 * Every discriminator has a mapping: without one, its values are taken to be the names of the schemas, which is not what
 * the wire carries.
 */
export function* discriminators({ document }: Model): Generator<Diagnostic> {
  for (const { kind, value, keys } of nodesOf(document)) {
    if (kind !== "discriminator") continue;
    if (isObject(value["mapping"]) && Object.keys(value["mapping"]).length > 0) continue;
    const message = `The discriminator ${String(value["propertyName"])} has no mapping.`;
    yield diagnose("discriminator-unmapped", message, { pointer: toPointer(keys) });
  }
}
