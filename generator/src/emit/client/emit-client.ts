import { exportedNames } from "../../model/name.ts";
import type { GeneratedFile, Model } from "../../model.ts";
import { contractFile } from "./contract-file.ts";
import { errorCodesFile } from "./error-codes-file.ts";
import { operationsFile } from "./operations-file.ts";
import { resourceFile, resourcesFile } from "./resource-files.ts";
import { resourceTree } from "./resource-tree.ts";

/** The client: what each operation needs at run time as data, and the tree of resources that calls it. */
export function emitClient(model: Model): GeneratedFile[] {
  const tree = resourceTree(model.operations, model.aliases.methods, model.resources, exportedTypes(model));
  return [
    contractFile(model),
    errorCodesFile(model),
    operationsFile(tree),
    resourcesFile(tree),
    ...tree.children.map((resource) => resourceFile(resource)),
  ];
}

/** The types that the client hands on from the package of types, beside those that its methods name. */
function exportedTypes({ schemas, events, texmlCallbacks }: Model): string[] {
  return [
    ...exportedNames,
    ...schemas.map(({ typeName }) => typeName),
    ...events.flatMap(({ types }) => Object.values(types)),
    ...texmlCallbacks.map(({ type }) => type),
  ];
}
