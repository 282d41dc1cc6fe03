import type { Stage } from "./build-models.ts";
import { type Diagnostic, hasErrors, type Outcome } from "./diagnostic.ts";
import { type Generated, generate } from "./generate.ts";
import { generatedFolders } from "./generated-folders.ts";
import { findUnfinished, recover } from "./journal/journal.ts";
import { ownsBelow } from "./journal/owned-paths.ts";
import { unusable } from "./journal/unusable.ts";
import { loadSpecs } from "./load/specs.ts";
import type { MakePrograms } from "./make-programs.ts";
import { type Changes, compareFiles, writeFiles } from "./write.ts";

/** How `generate` is to be run. */
export interface GenerateOptions {
  /** The folder of the specs. */
  readonly specs: string;
  /** The folder of the packages. */
  readonly out: string;
  /** Write nothing, and fail where anything would be written or is owed. */
  readonly check: boolean;
  readonly lenient: boolean;
}

/** What a run of `generate` came to. */
export interface GenerateRun {
  readonly ok: boolean;
  readonly diagnostics: readonly Diagnostic[];
  /** What was written, or with `check` what would have been. */
  readonly changes: Changes;
  /** How much there is of what; undefined where an error stopped the run. */
  readonly counts?: Counts;
}

export interface Counts {
  readonly operations: number;
  readonly events: number;
  readonly schemas: number;
  readonly families: number;
  readonly files: number;
}

/** Reads the specs, generates, compares with what is on the disk, and writes the difference unless told not to. */
export async function runGenerate(
  options: GenerateOptions,
  stage: Stage,
  makePrograms: MakePrograms,
): Promise<GenerateRun> {
  const { specs, out, check } = options;
  const recovered = check ? [] : await recover(out, ownsBelow(generatedFolders(out)));
  const unfinished = [...findUnfinished(specs), ...recovered];
  const made = unfinished.length > 0 ? { diagnostics: unfinished } : await make(options, stage, makePrograms);
  const written = made.value === undefined ? undefined : await put(made.value, options, stage);
  const diagnostics = [...made.diagnostics, ...(written?.diagnostics ?? [])];
  const changes = written?.value ?? { missing: [], stale: [], surplus: [] };
  const isOwing = diagnostics.some(({ severity }) => severity === "debt") || Object.values(changes).flat().length > 0;
  return {
    ok: !hasErrors(diagnostics) && !(check && isOwing),
    diagnostics,
    changes,
    ...(made.value === undefined ? {} : { counts: count(made.value) }),
  };
}

async function make(
  { specs: folder, lenient }: GenerateOptions,
  stage: Stage,
  makePrograms: MakePrograms,
): Promise<Outcome<Generated>> {
  const { value: specs, diagnostics } = await stage("load", () => loadSpecs(folder));
  return specs === undefined ? { diagnostics } : generate(specs, lenient, stage, makePrograms);
}

async function put(made: Generated, { out, check }: GenerateOptions, stage: Stage): Promise<Outcome<Changes>> {
  const owned = generatedFolders(out);
  const owns = ownsBelow(owned);
  const files = made.files.filter(({ path }) => owns(path));
  try {
    const changes = await stage("compare", () => compareFiles(out, files, owned));
    if (!check)
      await stage("write", () => writeFiles(out, [...changes.missing, ...changes.stale], changes.surplus, owns));
    return { value: changes, diagnostics: [] };
  } catch (error) {
    return { diagnostics: [unusable(out, error)] };
  }
}

function count({ model, files }: Generated): Counts {
  return {
    operations: model.operations.length,
    events: model.events.length,
    schemas: model.schemas.length,
    families: model.families.length,
    files: files.length,
  };
}
