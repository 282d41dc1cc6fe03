import { emitClient } from "./emit/client/emit-client.ts";
import { emitTypes } from "./emit/types/emit-types.ts";
import { emitWebhooks } from "./emit/webhooks/emit-webhooks.ts";
import type { Model } from "./model.ts";
import { print } from "./print.ts";
import type { PrintedFile } from "./printed-file.ts";

/** Makes the programs of a model. */
export type MakePrograms = (model: Model) => PrintedFile[] | Promise<PrintedFile[]>;

/** The programs of the packages, types, client and webhooks: emit → print, the part of the pipeline that needs a compiler. */
export function makePrograms(model: Model): PrintedFile[] {
  return print([...emitTypes(model), ...emitClient(model), ...emitWebhooks(model)]);
}
