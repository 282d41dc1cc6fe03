import { type Diagnostic, diagnose } from "../diagnostic.ts";
import { operationKey, type Parameter } from "../document/openapi.ts";
import { operationsOf } from "../document/operations.ts";
import { toPointer } from "../document/pointer.ts";
import { resolve } from "../document/resolve.ts";
import type { Model } from "../model.ts";

/** Every path parameter that is declared stands in the path; one that does not could never be sent. */
export function* pathParameters({ document }: Model): Generator<Diagnostic> {
  for (const { path, method, item, operation } of operationsOf(document)) {
    for (const entry of [...(item.parameters ?? []), ...(operation.parameters ?? [])]) {
      const parameter = resolve<Parameter>(document, entry);
      if (parameter?.in !== "path" || path.includes(`{${parameter.name}}`)) continue;
      const message = `${operationKey(method, path)} declares the path parameter ${parameter.name}, which its path has not.`;
      yield diagnose("path-parameter-unused", message, { pointer: toPointer(["paths", path, method]) });
    }
  }
}
