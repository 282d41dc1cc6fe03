import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly operationId?: string }>>>>;
  readonly webhooks: Readonly<Record<string, unknown>>;
}

const file = createRequire(import.meta.url).resolve("@telnyx-voice/types/openapi.json");
const { paths, webhooks }: Document = JSON.parse(readFileSync(file, "utf8"));

/** How much there is in the published document: what tests expect of all operations and all events. */
export const documentCounts = {
  operations: Object.values(paths).flatMap((item) => Object.values(item).filter(({ operationId }) => operationId))
    .length,
  events: Object.keys(webhooks).length,
};
