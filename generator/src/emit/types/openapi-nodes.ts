import { type GlobalContext, resolveRef, transformSchema } from "openapi-typescript";
import type ts from "typescript";
import { eventType } from "../../document/event-name.ts";
import type { OpenApiDocument, Schema } from "../../document/openapi.ts";
import { toPointer } from "../../document/pointer.ts";
import type { Model } from "../../model.ts";
import { jsdocCode, sentence } from "../text/jsdoc.ts";
import { plainLiterals } from "./plain-literals.ts";
import { readDiscriminators } from "./read-discriminators.ts";
import { shield, unshield } from "./shield.ts";

/**
 * What openapi-typescript makes of the document: `paths`, `webhooks`, `components`, `operations`, and the operators that
 * these use. Its own reading and checking of documents is passed by, since the document has been read and checked here.
 *
 * A field with a default stays optional (`defaultNonNullable`), since a caller may leave it out. An object of which
 * nothing is said may have any fields (`emptyObjectsUnknown`), not none. The shield is a copy too, which
 * openapi-typescript needs since it writes into the document.
 */
export function openapiNodes(model: Model): ts.Node[] {
  const document = shield(withFormerSchemas(model, withEventSentences(model)));
  const discriminators = readDiscriminators(document);
  plainLiterals(document);
  const context: Partial<GlobalContext> = {
    defaultNonNullable: false,
    discriminators,
    emptyObjectsUnknown: true,
    injectFooter: [],
    silent: true,
    resolve: (reference) => resolveRef(document as never, reference, { silent: true }),
  };
  const nodes = transformSchema(document as never, context as GlobalContext);
  unshield(nodes);
  return nodes;
}

/** The document in which the name of each event says what the event is: for an editor, it is that of a field. */
function withEventSentences({ document, events }: Model): OpenApiDocument {
  const copy = structuredClone(document);
  for (const { key, name, text } of events) {
    const field = eventType(copy, copy.webhooks?.[key] ?? {});
    if (field !== undefined && text.summary !== "") field.description = `${jsdocCode(name)}: ${sentence(text.summary)}`;
  }
  return copy;
}

/** The document with each former name of a schema as a reference to what it is called now. */
function withFormerSchemas({ aliases }: Model, document: OpenApiDocument): OpenApiDocument {
  if (aliases.schemas.length === 0) return document;
  const former = aliases.schemas.map(({ name, target }): [string, Schema] => {
    return [name, { $ref: toPointer(["components", "schemas", target]) }];
  });
  const schemas = { ...document.components?.schemas, ...Object.fromEntries(former) };
  return { ...document, components: { ...document.components, schemas } };
}
