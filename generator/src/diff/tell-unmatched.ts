import { operationKey } from "../document/openapi.ts";
import { toPointer } from "../document/pointer.ts";
import type { Event, Operation } from "../model.ts";
import type { Report } from "./change.ts";
import type { Matched } from "./match-operations.ts";
import type { MatchedSchemas } from "./match-schemas.ts";

/** Operations that are on one side only. */
export function tellOperations({ removed, added }: Matched<Operation>, report: Report): void {
  const ownerOf = ({ method, path }: Operation) => operationKey(method, path);
  for (const operation of removed) tell(report, ownerOf(operation), "operation-removed", operation.pointer, "");
  for (const operation of added) tell(report, ownerOf(operation), "operation-added", "", operation.pointer);
}

/** Events that are on one side only. */
export function tellEvents({ removed, added }: Matched<Event>, report: Report): void {
  for (const { name, pointer } of removed) tell(report, `event ${name}`, "event-removed", pointer, "");
  for (const { name, pointer } of added) tell(report, `event ${name}`, "event-added", "", pointer);
}

/** Components by name: what came, went or is called otherwise. Their insides were compared where they are used. */
export function tellSchemas({ renamed, removed, added }: MatchedSchemas, report: Report): void {
  const at = (name: string) => toPointer(["components", "schemas", name]);
  for (const [before, after] of renamed) {
    if (before === after) continue;
    const place = { owner: `schema ${after}`, path: "", base: at(before), head: at(after) };
    report(place, undefined, { kind: "schema-renamed", before, after });
  }
  for (const name of removed) tell(report, `schema ${name}`, "schema-removed", at(name), "");
  for (const name of added) tell(report, `schema ${name}`, "schema-added", "", at(name));
}

type Kind = `${"operation" | "event" | "schema"}-${"removed" | "added"}`;

function tell(report: Report, owner: string, kind: Kind, base: string, head: string): void {
  report({ owner, path: "", base, head }, undefined, { kind });
}
