import openapiTypescript, { astToString } from "openapi-typescript";
import type { GeneratedFile, Model } from "../../model.ts";
import { contractFile } from "./contract-file.ts";
import { eventsFile } from "./events-file.ts";
import { operationsFile } from "./operations-file.ts";
import { schemasFile } from "./schemas-file.ts";

/** The package of types: what openapi-typescript makes of the document, and a name for everything in it. */
export async function emitTypes(model: Model): Promise<GeneratedFile[]> {
  return [
    { kind: "text", path: "types/src/generated/openapi.ts", text: await openapiText(model) },
    { kind: "text", path: "types/src/generated/openapi.json", text: `${JSON.stringify(model.document, null, 2)}\n` },
    contractFile(model),
    schemasFile(model),
    operationsFile(model),
    eventsFile(model),
  ];
}

/**
 * A field with a default stays optional (`defaultNonNullable`), since a caller may leave it out. The clone is there
 * because openapi-typescript resolves the document in place.
 */
async function openapiText(model: Model): Promise<string> {
  const nodes = await openapiTypescript(structuredClone(model.document) as never, {
    defaultNonNullable: false,
    alphabetize: false,
    silent: true,
  });
  return astToString(nodes);
}
