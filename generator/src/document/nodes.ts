import type { OpenApiDocument } from "./openapi.ts";
import { type Node, walkDocument } from "./walk.ts";

const known = new WeakMap<OpenApiDocument, readonly Node[]>();

/** The objects of a document as `walkDocument` meets them, walked once: for readers of a document that changes no more. */
export function nodesOf(document: OpenApiDocument): readonly Node[] {
  const found = known.get(document) ?? [...walkDocument(document)];
  known.set(document, found);
  return found;
}
