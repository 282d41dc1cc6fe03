import { exportedTypes } from "../model/exported-types.ts";
import { schemaTypeName } from "../model/name.ts";
import type { Model } from "../model.ts";
import type { FormerNames } from "../specs.ts";
import type { Change } from "./change.ts";

export type { FormerNames };

/**
 * The entries under `aliases` of `names.json` that would have programs compile in spite of renamings. There are none for
 * names that something else has now, nor for those that work already.
 */
export function proposeAliases(base: Model, head: Model, changes: readonly Change[]): Required<FormerNames> {
  const broken = changes.filter(({ typescript }) => typescript === "breaking");
  const renamed = (kind: string) => broken.filter(({ rule }) => rule === kind);
  const schemas = renamed("schema-renamed").flatMap((change) => schemaEntry(base, head, change));
  const types = renamed("type-renamed").flatMap((change) => typeEntries(base, head, change));
  const taken = exportedTypes(head);
  return {
    methods: Object.fromEntries(renamed("method-renamed").flatMap((change) => methodEntry(base, head, change))),
    types: Object.fromEntries([...types, ...typesOfSchemas(base, head, schemas)].filter(([name]) => !taken.has(name))),
    schemas: Object.fromEntries(schemas),
  };
}

type Entry = readonly [name: string, target: string];

function methodEntry(base: Model, head: Model, change: Change): Entry[] {
  const [before, after] = [accessorAt(base, change.base), accessorAt(head, change.head)];
  const taken = new Set(head.operations.flatMap(({ accessor }) => accessor.map((_, end) => wayOf(accessor, end))));
  return before === undefined || after === undefined || taken.has(before) ? [] : [[before, after]];
}

function accessorAt({ operations }: Model, pointer: string | undefined): string | undefined {
  return operations.find((operation) => operation.pointer === pointer)?.accessor.join(".");
}

function wayOf(accessor: readonly string[], end: number): string {
  return accessor.slice(0, end + 1).join(".");
}

/** The types of an operation, an event or a schema that are called otherwise now. */
function typeEntries(base: Model, head: Model, change: Change): Entry[] {
  const [before, after] = [typesAt(base, change.base), typesAt(head, change.head)];
  return Object.entries(before).flatMap(([part, name]): Entry[] => {
    const target = after[part];
    return target === undefined || target === name ? [] : [[name, target]];
  });
}

function typesAt(
  { operations, events, schemas }: Model,
  pointer: string | undefined,
): Readonly<Record<string, string>> {
  const owner = [...operations, ...events].find((candidate) => candidate.pointer === pointer);
  const typeName = schemas.find((schema) => schema.pointer === pointer)?.typeName;
  return owner?.types ?? (typeName === undefined ? {} : { schema: typeName });
}

function schemaEntry(base: Model, head: Model, change: Change): Entry[] {
  const name = ({ schemas }: Model, pointer?: string) => schemas.find((schema) => schema.pointer === pointer)?.name;
  const [before, after] = [name(base, change.base), name(head, change.head)];
  return before === undefined || after === undefined ? [] : [[before, after]];
}

/** A schema's former name in the contract brings a type of that name; one that it had by `names.json` goes by itself. */
function typesOfSchemas(base: Model, head: Model, schemas: readonly Entry[]): Entry[] {
  const typeName = (model: Model, name: string) => model.schemas.find((schema) => schema.name === name)?.typeName;
  return schemas.flatMap(([before, after]): Entry[] => {
    const [former, target] = [typeName(base, before), typeName(head, after)];
    if (former === undefined || target === undefined || former === schemaTypeName(before)) return [];
    return [[former, target]];
  });
}
