import type { Model } from "../model.ts";
import type { Report } from "./change.ts";
import { security } from "./operation/security.ts";

/** What holds for all operations: the address, what requests have to carry, and how. */
export function compareApi(base: Model, head: Model, report: Report): void {
  const at = (pointer: string) => ({ owner: "the API", path: "", base: pointer, head: pointer });
  const [before, after] = [base.contract.server, head.contract.server];
  if (before !== after) report(at("#/servers"), undefined, { kind: "server-changed", before, after });
  for (const finding of security(base.document, head.document)) {
    const isScheme = finding.kind === "security-scheme-changed";
    const pointer = isScheme ? `#/components/securitySchemes/${finding.after}` : "#/security";
    report(at(pointer), undefined, finding);
  }
}
