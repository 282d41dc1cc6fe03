import { type Diagnostic, diagnose } from "../diagnostic.ts";
import { operationKey } from "../document/openapi.ts";
import type { Model } from "../model.ts";

/** No two operations bear one operationId: types and data are looked up by it. */
export function* operationIds({ operations }: Model): Generator<Diagnostic> {
  const taken = new Map<string, string>();
  for (const { id, method, path, pointer } of operations) {
    const key = operationKey(method, path);
    const other = taken.get(id);
    if (other !== undefined) {
      yield diagnose("operation-id-duplicate", `${key} and ${other} both have the operationId ${id}.`, { pointer });
    }
    taken.set(id, key);
  }
}
