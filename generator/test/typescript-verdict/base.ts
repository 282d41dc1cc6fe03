import type { Schema } from "../../src/document/openapi.ts";
import type { Specs } from "../../src/specs.ts";
import { type Draft, smallSpecs } from "../small-specs.ts";

/** Changes specs in place. */
export type Change = (specs: Draft<Specs>) => void;

/** The component schema of that name. */
export function schemaOf({ contract }: Draft<Specs>, name: string): Draft<Schema> {
  const schema = contract.components?.schemas?.[name];
  if (schema === undefined) throw new Error(`There is no schema ${name}.`);
  return schema;
}

/** The operation of that method and path, free to be changed. */
export function operationAt({ contract }: Draft<Specs>, method: "get" | "post" | "delete", path: string) {
  const operation = contract.paths[path]?.[method];
  if (operation === undefined) throw new Error(`There is no ${method} ${path}.`);
  return operation;
}

/** Small specs whose schemas have a field `value` in what is sent, in what is answered and in what is delivered. */
export function specsWith(value: Schema, ...changes: readonly Change[]): Specs {
  return smallSpecs((specs) => {
    const field = () => structuredClone(value) as Draft<Schema>;
    const schemas = specs.contract.components?.schemas ?? {};
    schemas["Phone"] = kindOf("phone", { number: { type: "string" } });
    schemas["Sip"] = kindOf("sip", { uri: { type: "string" } });
    Object.assign(schemas["DialRequest"]?.properties ?? {}, { value: field() });
    Object.assign(schemaOf(specs, "Call"), { required: ["value"] });
    Object.assign(schemas["Call"]?.properties ?? {}, { value: field() });
    const payload = schemas["CallEnded"]?.properties?.["data"]?.properties?.["payload"];
    Object.assign(payload ?? {}, { required: ["value"] });
    Object.assign(payload?.properties ?? {}, { value: field() });
    for (const change of changes) change(specs);
  });
}

function kindOf(kind: string, properties: Record<string, Draft<Schema>>): Draft<Schema> {
  return {
    type: "object",
    required: ["kind", ...Object.keys(properties)],
    properties: { kind: { type: "string", enum: [kind] }, ...properties },
  };
}
