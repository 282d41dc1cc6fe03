import { deliveries, deliveryPointer, document, schemaRows } from "../docs/contract.ts";
import { makeFaultFinder } from "../docs/contract-faults.ts";
import { waysIn } from "../docs/ways-in.ts";

/** An open list says which values are known; it refuses none. */
const withOpenLists = JSON.parse(JSON.stringify(document), (_, value) =>
  value?.["x-open-enum"] ? withoutEnum(value) : value,
);
const faultsOf = makeFaultFinder(withOpenLists);

function withoutEnum({ enum: _, ...schema }: Record<string, unknown>): Record<string, unknown> {
  return schema;
}

/** Where an event is not what its schema declares: values that do not fit, and fields of which the schema knows nothing. */
export function wireFaults(name: string, event: unknown): string[] {
  const schema = deliveries.get(name);
  if (schema === undefined) return [`no schema has the event ${name}`];
  const known = new Set(schemaRows(schema).map((row) => row.name));
  const unknown = waysIn(event, "", known).filter((way) => !known.has(way));
  return [...faultsOf(deliveryPointer(name), event), ...unknown.map((way) => `${way} is not declared`)];
}
