import { assign } from "./assign.ts";
import { correct } from "./correct.ts";
import { type Diagnostic, hasErrors, type Outcome } from "./diagnostic.ts";
import { emitClient } from "./emit/client/emit-client.ts";
import { emitDocs } from "./emit/docs/emit-docs.ts";
import { emitTypes } from "./emit/types/emit-types.ts";
import { emitWebhooks } from "./emit/webhooks/emit-webhooks.ts";
import { lint } from "./lint.ts";
import { mend } from "./mend.ts";
import { buildModel } from "./model/build.ts";
import type { Model } from "./model.ts";
import { type PrintedFile, print } from "./print.ts";
import { propose } from "./propose.ts";
import type { Specs, Wording } from "./specs.ts";
import { lockDebts } from "./sync.ts";
import { weigh } from "./weigh.ts";
import { word } from "./word.ts";

/** Runs a stage under a name, so that the command can tell how long it took. */
export type Stage = <T>(name: string, run: () => T) => T;

/** What `generate` made: the files, and the model they were made from. */
export interface Generated {
  readonly files: readonly PrintedFile[];
  readonly model: Model;
}

/** The pipeline from specs to files: correct → word → model → lint → weigh → emit → print. */
export async function generate(specs: Specs, isLenient: boolean, stage: Stage): Promise<Outcome<Generated>> {
  const debts = lockDebts(specs.lock);
  const corrected = stage("correct", () => correct(specs.contract, specs.corrections));
  const mended = isLenient ? mend(corrected.value) : { value: corrected.value, diagnostics: [] };
  const document = mended.value;
  const names = isLenient ? propose(document, specs.names).names : specs.names;
  const assignment = assign(document, specs.slice);
  const build = (wording: Wording) => {
    const [first] = specs.wordings;
    const worded = word(document, wording, { ...(first && { wording: first }), upstream: specs.upstreamWording });
    const built = buildModel(worded.value, assignment, { ...specs, names }, wording);
    return {
      model: built.value,
      language: wording.language,
      diagnostics: [...worded.diagnostics, ...built.diagnostics],
    };
  };
  const [main, ...translations] = stage("model", () => nonEmpty(specs.wordings).map(build));
  if (main === undefined) return { diagnostics: debts };
  const found = [
    ...debts,
    ...assignment.diagnostics,
    ...corrected.diagnostics,
    ...mended.diagnostics,
    ...[main, ...translations].flatMap(({ diagnostics }) => diagnostics),
    ...stage("lint", () => lint(main.model, names)),
  ];
  const diagnostics = weigh(isLenient ? found.map(soften) : found, specs.severities);
  if (hasErrors(diagnostics)) return { diagnostics };
  const types = await stage("types", () => emitTypes(main.model));
  const sources = stage("emit", () => [
    ...emitClient(main.model),
    ...emitWebhooks(main.model),
    ...[main, ...translations].flatMap(({ model, language }) => emitDocs(model, language)),
  ]);
  const files = stage("print", () => print([...types, ...sources]));
  return { value: { files, model: main.model }, diagnostics };
}

/** English without a single text, where there is no wording at all. */
function nonEmpty(wordings: readonly Wording[]): readonly Wording[] {
  if (wordings.length > 0) return wordings;
  return [{ language: "en", families: {}, operations: {}, events: {}, glossary: {}, overrides: {} }];
}

/** What has a safe answer does not stop a lenient run: the event or action in question is left out. */
const tolerable: ReadonlySet<string> = new Set([
  ...["event-without-literal", "event-without-envelope", "event-name-different", "event-name-duplicate"],
  // A schema gives way to whatever else has its name.
  ...["correction-unmatched", "correction-unneeded", "schema-name-taken"],
]);

function soften(diagnostic: Diagnostic): Diagnostic {
  return tolerable.has(diagnostic.code) ? { ...diagnostic, severity: "warning" } : diagnostic;
}
