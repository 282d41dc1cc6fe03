import type { GeneratedFile, Model } from "../../model.ts";
import { contractFile } from "./contract-file.ts";
import { errorCodesFile } from "./error-codes-file.ts";
import { eventsFile } from "./events-file.ts";
import { openapiText } from "./openapi-text.ts";
import { operationsFile } from "./operations-file.ts";
import { schemasFile } from "./schemas-file.ts";
import { texmlCallbacksFile } from "./texml-callbacks-file.ts";

/** The package of types: what openapi-typescript makes of the document, and a name for everything in it. */
export function emitTypes(model: Model): GeneratedFile[] {
  return [
    { kind: "text", path: "types/src/generated/openapi.ts", text: openapiText(model) },
    { kind: "text", path: "types/src/generated/openapi.json", text: `${JSON.stringify(model.document, null, 2)}\n` },
    contractFile(model),
    schemasFile(model),
    operationsFile(model),
    eventsFile(model),
    errorCodesFile(model),
    texmlCallbacksFile(model),
  ];
}
