import type { Diagnostic } from "../../src/diagnostic.ts";
import type { Method, OpenApiDocument, OperationObject, PathItem } from "../../src/document/openapi.ts";
import { buildOperation } from "../../src/model/operation.ts";
import type { OperationName } from "../../src/specs.ts";

/** Where an operation stands, less what is usual. */
type Case = {
  path?: string;
  method?: Method;
  item?: PathItem;
  components?: OpenApiDocument["components"];
  name?: OperationName;
};

const usual: OperationName = { method: "calls.actions.dial", type: "Dial" };

/** Builds the model of an operation that is the only one of its document. */
export function buildAlone(
  object: OperationObject,
  { path = "/calls", method = "post", item = {}, components = {}, name = usual }: Case = {},
) {
  const diagnostics: Diagnostic[] = [];
  const document: OpenApiDocument = { openapi: "3.1.0", info: { title: "T", version: "1" }, paths: {}, components };
  const operation = buildOperation(
    {
      document,
      path,
      item,
      method,
      id: "DialCall",
      name,
      family: "calls",
      examples: {},
      events: [],
      schemaType: (component) => `${component}Type`,
      diagnostics,
    },
    object,
  );
  return { operation, diagnostics };
}
