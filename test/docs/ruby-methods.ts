import { readFileSync } from "node:fs";
import { join } from "node:path";
import { operations } from "./contract.ts";
import { root } from "./pages.ts";

/** A method of the official gem, as the project's table has it. */
export interface RubyMethod {
  /** The line of its operation: `POST /calls/{call_control_id}/actions/answer`. */
  readonly operation: string;
  /** In the spelling of the official SDK for TypeScript: `callControlApplications.list`. */
  readonly official: string;
  /** The argument that a field on the wire is given as, where the two have different names. */
  readonly fields: Readonly<Record<string, string>>;
  /** The argument that the whole body is given as, where its fields are no arguments of their own. */
  readonly body?: string;
}

interface OperationName {
  readonly method: string;
  readonly official?: {
    readonly method?: string;
    readonly fields?: Readonly<Record<string, string>>;
    readonly body?: string;
  };
}

const names: { readonly operations: Readonly<Record<string, OperationName>> } = JSON.parse(
  readFileSync(join(root, "specs/names.json"), "utf8"),
);

/** All methods, by what they are called in Ruby: `call_control_applications.list`. */
export const rubyMethods: ReadonlyMap<string, RubyMethod> = new Map(
  [...operations].map(([operation, { operationId }]) => {
    const { method = "", official = {} } = names.operations[operationId] ?? {};
    const { method: name = method, fields = {}, body } = official;
    const found = { operation, official: name, fields, ...(body !== undefined && { body }) };
    return [name.split(".").map(rubyName).join("."), found];
  }),
);

/** A name as Ruby has it: `AIAssistantId` is `ai_assistant_id`. What every object has gets an underscore. */
export function rubyName(name: string): string {
  const words = name.replace(/([a-z\d])([A-Z])/g, "$1_$2").replace(/([A-Z])([A-Z][a-z])/g, "$1_$2");
  const text = words
    .replace(/[^A-Za-z\d]+/g, "_")
    .replace(/_$/, "")
    .toLowerCase();
  return text === "method" ? "method_" : text;
}
