import { astToString, type GlobalContext, resolveRef, scanDiscriminators, transformSchema } from "openapi-typescript";
import type { OpenApiDocument, Schema } from "../../document/openapi.ts";
import { toPointer } from "../../document/pointer.ts";
import type { Model } from "../../model.ts";
import { shield, unshield } from "./shield.ts";

/**
 * What openapi-typescript makes of the document: `paths`, `webhooks`, `components`, `operations`. Its own reading and
 * checking of documents is passed by, since the document has been read and checked here.
 *
 * A field with a default stays optional (`defaultNonNullable`), since a caller may leave it out. An object of which
 * nothing is said may have any fields (`emptyObjectsUnknown`), not none. The shield is a copy too, which
 * openapi-typescript needs since it writes into the document.
 */
export function openapiText(model: Model): string {
  const document = shield(withFormerSchemas(model)) as never;
  const context: Partial<GlobalContext> = {
    defaultNonNullable: false,
    discriminators: scanDiscriminators(document, { silent: true }),
    emptyObjectsUnknown: true,
    injectFooter: [],
    silent: true,
    resolve: (reference) => resolveRef(document, reference, { silent: true }),
  };
  const nodes = transformSchema(document, context as GlobalContext);
  unshield(nodes);
  return astToString(nodes);
}

/** The document with each former name of a schema as a reference to what it is called now. */
function withFormerSchemas({ document, aliases }: Model): OpenApiDocument {
  if (aliases.schemas.length === 0) return document;
  const former = aliases.schemas.map(({ name, target }): [string, Schema] => {
    return [name, { $ref: toPointer(["components", "schemas", target]) }];
  });
  const schemas = { ...document.components?.schemas, ...Object.fromEntries(former) };
  return { ...document, components: { ...document.components, schemas } };
}
