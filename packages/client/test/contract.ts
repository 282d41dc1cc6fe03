import { readFileSync } from "node:fs";
import { operations } from "../src/generated/operations.ts";
import { type OperationData, type OperationTree, readOperation } from "../src/operation.ts";

/** As much of a JSON schema as the tests look at. */
interface Schema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly allOf?: readonly Schema[];
}

/** An operation of the contract. */
export interface ContractOperation {
  readonly operationId: string;
  readonly requestBody?: { readonly $ref?: string; readonly content?: Readonly<Record<string, { schema?: Schema }>> };
}

const read = (path: string) => JSON.parse(readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8"));
/** The contract with its corrections, some of which bring operations. */
const contract = read("packages/types/src/generated/openapi.json");

/** The method of each operation of the contract, by its id. */
export const names: Record<string, { method: string }> = read("specs/names.json").operations;

/** What the contract has, each with its method and path. */
export function contractOperations(): { path: string; method: string; operation: ContractOperation }[] {
  return Object.entries<Record<string, ContractOperation>>(contract.paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([, operation]) => operation.operationId !== undefined)
      .map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
}

/** The fields of an operation's JSON body. */
export function bodyProperties({ requestBody }: ContractOperation): Readonly<Record<string, unknown>> {
  return propertiesOf(resolve(requestBody ?? {}).content?.["application/json"]?.schema ?? {});
}

function propertiesOf(schema: Schema): Readonly<Record<string, unknown>> {
  const { properties, allOf = [] } = resolve(schema);
  return Object.assign({}, properties, ...allOf.map(propertiesOf));
}

function resolve<Node extends { readonly $ref?: string }>(node: Node): Node {
  const way = node.$ref?.split("/").slice(1);
  return way ? way.reduce((place, name) => place[name], contract) : node;
}

/** What the client has, with the name of each method. */
export function clientOperations(): (OperationData & { readonly name: string })[] {
  const flat = ({ "/": folder, ...tree }: OperationTree, way: string): (OperationData & { name: string })[] =>
    Object.entries(tree).flatMap(([name, entry]) =>
      typeof entry === "string"
        ? [{ ...readOperation(entry, folder as string | undefined), name: way + name }]
        : flat(entry, `${way}${name}.`),
    );
  return flat(operations, "");
}
