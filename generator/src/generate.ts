import { buildModels, type Models, type Stage } from "./build-models.ts";
import { type Diagnostic, hasErrors, type Outcome } from "./diagnostic.ts";
import { emitDocs } from "./emit/docs/emit-docs.ts";
import { llmsFiles } from "./emit/docs/llms-files.ts";
import { emitSkills } from "./emit/docs/skills/emit-skills.ts";
import { marketplaceFile } from "./emit/docs/skills/marketplace-file.ts";
import { lint } from "./lint.ts";
import type { MakePrograms } from "./make-programs.ts";
import type { Model, TextFile } from "./model.ts";
import { type PrintedFile, printedFile } from "./printed-file.ts";
import type { Specs } from "./specs.ts";
import { lockDebts } from "./sync.ts";
import { tolerable } from "./tolerable.ts";
import { weigh } from "./weigh.ts";

/** What `generate` made: the files, and the model they were made from. */
export interface Generated {
  readonly files: readonly PrintedFile[];
  readonly model: Model;
}

/**
 * The pipeline from specs to files: correct → word → model, then lint → weigh and the docs, while the programs are made of
 * the same model, in another thread where the caller has one. They are dropped where there is an error.
 */
export async function generate(
  specs: Specs,
  isLenient: boolean,
  stage: Stage,
  makePrograms: MakePrograms,
): Promise<Outcome<Generated>> {
  const { models, names, diagnostics: built } = buildModels(specs, isLenient, stage);
  const [{ model }] = models;
  const programs = (async () => makePrograms(model))();
  // What is dropped may fail unheard.
  programs.catch(() => {});
  const found = [...lockDebts(specs.lock), ...built, ...stage("lint", () => lint(model, { ...specs, names }))];
  const diagnostics = weigh(isLenient ? found.map(soften) : found, specs.severities);
  if (hasErrors(diagnostics)) return { diagnostics };
  const docs = stage("docs", () => emitAllDocs(models).map(({ path, text }) => printedFile(path, text)));
  return { value: { files: [...(await stage("programs", () => programs)), ...docs], model }, diagnostics };
}

/** The reference and the skills in each language, and what leads to them. */
function emitAllDocs(models: Models["models"]): TextFile[] {
  const [{ model }] = models;
  const [pages = [], ...translations] = models.map((worded) => emitDocs(worded.model, worded.language));
  const skills = models.flatMap((worded, index) => emitSkills(worded.model, worded.language, index === 0));
  return [...pages, ...translations.flat(), ...llmsFiles(model, pages), ...skills, marketplaceFile(model)];
}

function soften(diagnostic: Diagnostic): Diagnostic {
  return tolerable.has(diagnostic.code) ? { ...diagnostic, severity: "warning" } : diagnostic;
}
