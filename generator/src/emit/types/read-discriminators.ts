import { type GlobalContext, scanDiscriminators } from "openapi-typescript";
import type { JsonObject, OpenApiDocument } from "../../document/openapi.ts";
import { walkDocument } from "../../document/walk.ts";

/**
 * What openapi-typescript reads of a document's discriminators. It puts a field of its own in the place of the one that
 * tells the schemas apart, with a text about itself: that field gets the texts back that the place had.
 */
export function readDiscriminators(document: OpenApiDocument): GlobalContext["discriminators"] {
  const before = new Map(propertiesOf(document).map((properties) => [properties, { ...properties }]));
  const discriminators = scanDiscriminators(document as never, { silent: true });
  for (const properties of propertiesOf(document)) {
    const own = before.get(properties);
    for (const [name, field] of Object.entries(properties) as [string, JsonObject][]) {
      if (own?.[name] === field) continue;
      const { description: _, ...rest } = field;
      properties[name] = { ...textsOf(own?.[name]), ...rest };
    }
  }
  return discriminators;
}

/** The objects of a document that hold fields by name, as they stand in it. */
function propertiesOf(document: OpenApiDocument): JsonObject[] {
  return [...walkDocument(document)].flatMap(({ kind, value: { properties } }) => {
    return kind === "schema" && typeof properties === "object" && properties !== null ? [properties as JsonObject] : [];
  });
}

function textsOf(field: unknown): JsonObject {
  const texts = Object.entries(Object(field) as JsonObject);
  return Object.fromEntries(texts.filter(([name]) => ["title", "summary", "description"].includes(name)));
}
