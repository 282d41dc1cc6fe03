import {
  isObject,
  type Method,
  methods,
  type OpenApiDocument,
  type OperationObject,
  type PathItem,
} from "./openapi.ts";

/** An operation with its place in a document. */
export interface PlacedOperation {
  readonly path: string;
  readonly method: Method;
  readonly item: PathItem;
  readonly operation: OperationObject;
}

/** Every operation of a document's paths: by path in document order, then by method. Webhooks are none. */
export function* operationsOf(document: OpenApiDocument): Generator<PlacedOperation> {
  for (const [path, item] of Object.entries(document.paths)) {
    if (!isObject(item)) continue;
    for (const method of methods) {
      const operation = item[method];
      if (isObject(operation)) yield { path, method, item, operation };
    }
  }
}
