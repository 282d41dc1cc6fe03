import { astToString, type GlobalContext, resolveRef, scanDiscriminators, transformSchema } from "openapi-typescript";
import type { Model } from "../../model.ts";

/**
 * What openapi-typescript makes of the document: `paths`, `webhooks`, `components`, `operations`. Its own reading and
 * checking of documents is passed by, since the document has been read and checked here.
 *
 * A field with a default stays optional (`defaultNonNullable`), since a caller may leave it out. The copy is there
 * because openapi-typescript writes into the document.
 */
export function openapiText(model: Model): string {
  const document = structuredClone(model.document) as never;
  const context: Partial<GlobalContext> = {
    defaultNonNullable: false,
    discriminators: scanDiscriminators(document, { silent: true }),
    injectFooter: [],
    silent: true,
    resolve: (reference) => resolveRef(document, reference, { silent: true }),
  };
  return astToString(transformSchema(document, context as GlobalContext));
}
