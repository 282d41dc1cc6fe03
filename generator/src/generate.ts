import { buildModels, type Stage } from "./build-models.ts";
import { type Diagnostic, hasErrors, type Outcome } from "./diagnostic.ts";
import { emitClient } from "./emit/client/emit-client.ts";
import { emitDocs } from "./emit/docs/emit-docs.ts";
import { emitTypes } from "./emit/types/emit-types.ts";
import { emitWebhooks } from "./emit/webhooks/emit-webhooks.ts";
import { lint } from "./lint.ts";
import type { Model } from "./model.ts";
import { type PrintedFile, print } from "./print.ts";
import type { Specs } from "./specs.ts";
import { lockDebts } from "./sync.ts";
import { tolerable } from "./tolerable.ts";
import { weigh } from "./weigh.ts";

/** What `generate` made: the files, and the model they were made from. */
export interface Generated {
  readonly files: readonly PrintedFile[];
  readonly model: Model;
}

/** The pipeline from specs to files: correct → word → model → lint → weigh → emit → print. */
export async function generate(specs: Specs, isLenient: boolean, stage: Stage): Promise<Outcome<Generated>> {
  const { models, names, diagnostics: built } = buildModels(specs, isLenient, stage);
  const [{ model }] = models;
  const found = [...lockDebts(specs.lock), ...built, ...stage("lint", () => lint(model, names, specs.wordings))];
  const diagnostics = weigh(isLenient ? found.map(soften) : found, specs.severities);
  if (hasErrors(diagnostics)) return { diagnostics };
  const types = await stage("types", () => emitTypes(model));
  const sources = stage("emit", () => [
    ...emitClient(model),
    ...emitWebhooks(model),
    ...models.flatMap((worded) => emitDocs(worded.model, worded.language)),
  ]);
  const files = stage("print", () => print([...types, ...sources]));
  return { value: { files, model }, diagnostics };
}

function soften(diagnostic: Diagnostic): Diagnostic {
  return tolerable.has(diagnostic.code) ? { ...diagnostic, severity: "warning" } : diagnostic;
}
