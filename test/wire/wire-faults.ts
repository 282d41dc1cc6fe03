import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { deliveries, deliveryPointer, document, schemaRows } from "../docs/contract.ts";
import { waysIn } from "../docs/ways-in.ts";

const ajv = new Ajv2020({ strict: false, allErrors: true });
(addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
ajv.addFormat("iso-8601", true).addFormat("url", true);
// An open list says which values are known; it refuses none.
ajv.addSchema(
  JSON.parse(JSON.stringify(document), (_, value) => (value?.["x-open-enum"] ? withoutEnum(value) : value)),
  "wire",
);

function withoutEnum({ enum: _, ...schema }: Record<string, unknown>): Record<string, unknown> {
  return schema;
}

/** Where an event is not what its schema declares: values that do not fit, and fields of which the schema knows nothing. */
export function wireFaults(name: string, event: unknown): string[] {
  const schema = deliveries.get(name);
  if (schema === undefined) return [`no schema has the event ${name}`];
  const isValid = ajv.validate({ $ref: `wire#${encodeURI(deliveryPointer(name))}` }, event);
  const wrong = isValid ? [] : (ajv.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  const known = new Set(schemaRows(schema).map((row) => row.name));
  const unknown = waysIn(event, "", known).filter((way) => !known.has(way));
  return [...wrong, ...unknown.map((way) => `${way} is not declared`)];
}
