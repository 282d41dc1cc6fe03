import type { OperationObject } from "../../document/openapi.ts";
import type { Finding } from "../change.ts";

/** The day from which an operation may fail: `x-sunset`, which a correction can set too. */
export function* sunset(base: OperationObject, head: OperationObject): Generator<Finding> {
  const [before, after] = [base["x-sunset"] ?? "none", head["x-sunset"] ?? "none"];
  if (before !== after) yield { kind: "operation-sunset-changed", before: String(before), after: String(after) };
}
