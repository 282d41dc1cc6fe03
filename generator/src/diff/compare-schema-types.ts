import { toPointer } from "../document/pointer.ts";
import type { Model } from "../model.ts";
import type { Report } from "./change.ts";

/** Schemas that are called the same in the document, and otherwise in the packages. */
export function compareSchemaTypes(
  base: Model,
  head: Model,
  renamed: ReadonlyMap<string, string>,
  report: Report,
): void {
  const after = new Map(head.schemas.map(({ name, typeName }) => [name, typeName]));
  for (const { name, typeName } of base.schemas) {
    const other = after.get(name);
    if (renamed.get(name) !== name || other === undefined || other === typeName) continue;
    const pointer = toPointer(["components", "schemas", name]);
    const place = { owner: `schema ${name}`, path: "", base: pointer, head: pointer };
    report(place, undefined, { kind: "type-renamed", before: typeName, after: other });
  }
}
