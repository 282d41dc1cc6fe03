import type { GeneratedFile, Model } from "../../model.ts";
import { contractFile } from "./contract-file.ts";
import { declareTypes } from "./declare-types.ts";
import { errorCodesFile } from "./error-codes-file.ts";
import { eventsFile } from "./events-file.ts";
import { openapiFile } from "./openapi-file.ts";
import { operationsFile } from "./operations-file.ts";
import { schemasFile } from "./schemas-file.ts";
import { texmlCallbacksFile } from "./texml-callbacks-file.ts";

/** The package of types: what openapi-typescript makes of the document, and a name for everything in it. */
export function emitTypes(model: Model): GeneratedFile[] {
  const declared = declareTypes(model);
  return [
    openapiFile(declared),
    { kind: "text", path: "types/src/generated/openapi.json", text: `${JSON.stringify(model.document, null, 2)}\n` },
    contractFile(model),
    schemasFile(model, declared),
    operationsFile(model, declared),
    eventsFile(model, declared),
    errorCodesFile(model),
    texmlCallbacksFile(model),
  ];
}
