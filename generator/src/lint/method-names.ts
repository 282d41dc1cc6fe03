import { type Diagnostic, diagnose } from "../diagnostic.ts";
import { toPointer } from "../document/pointer.ts";
import { clientMembers, isMethodName } from "../model/name.ts";
import type { Model } from "../model.ts";

/** Method names are identifiers and unique; none is a resource as well, and no resource is a member of the client. */
export function* methodNames({ operations }: Model): Generator<Diagnostic> {
  const resources = new Set(
    operations.flatMap(({ accessor }) => accessor.slice(1).map((_, index) => accessor.slice(0, index + 1).join("."))),
  );
  const taken = new Map<string, string>();
  for (const { id, accessor } of operations) {
    const name = accessor.join(".");
    const place = { file: "specs/names.json", pointer: toPointer(["operations", id, "method"]) };
    const other = taken.get(name);
    if (!isMethodName(name)) yield diagnose("method-name-invalid", `${id} cannot be called ${name}.`, place);
    if (other !== undefined)
      yield diagnose("method-name-duplicate", `${id} and ${other} are both called ${name}.`, place);
    if (resources.has(name))
      yield diagnose("resource-name-taken", `${id} is called ${name}, which is a resource.`, place);
    const [root = ""] = accessor.slice(0, -1);
    if (clientMembers.has(root))
      yield diagnose("resource-name-taken", `${id} is called ${name}, and the client has its own ${root}.`, place);
    taken.set(name, id);
  }
}
