import { buildModels } from "./build-models.ts";
import { diagnose, hasErrors, type Outcome } from "./diagnostic.ts";
import type { Change } from "./diff/change.ts";
import { diff } from "./diff/diff.ts";
import { branchStart, type LoadedSide, loadSide } from "./load/side.ts";
import { loadSpecs } from "./load/specs.ts";
import type { Model } from "./model.ts";
import type { Specs } from "./specs.ts";
import { sync } from "./sync.ts";

/** What is to be compared: commits, folders with specs, or documents. */
export interface DiffOptions {
  /** By default the commit that the branch started from. */
  readonly base?: string;
  /** By default the specs on the disk. */
  readonly head?: string;
  /** The folder of the specs, from the root of the repository. */
  readonly specs: string;
}

/** One side of a comparison as a model, with the name that it goes by and the sha256 of its contract. */
export interface Side {
  readonly name: string;
  readonly model: Model;
}

/** What a comparison came to. */
export interface DiffRun {
  readonly base: Side;
  readonly head: Side;
  readonly changes: readonly Change[];
}

/** Reads both sides, each as its own specs have it corrected and named, and compares them. */
export async function runDiff(options: DiffOptions): Promise<Outcome<DiffRun>> {
  const start = options.base === undefined ? await branchStart() : { value: options.base, diagnostics: [] };
  if (start.value === undefined) return { diagnostics: start.diagnostics };
  const base = await modelOf(start.value, options.specs);
  const head = await modelOf(options.head ?? options.specs, options.specs);
  const diagnostics = [...base.diagnostics, ...head.diagnostics];
  if (base.value === undefined || head.value === undefined) return { diagnostics };
  return {
    value: { base: base.value, head: head.value, changes: diff(base.value.model, head.value.model) },
    diagnostics,
  };
}

async function modelOf(side: string, specs: string): Promise<Outcome<Side>> {
  const loaded = await loadSide(side, specs);
  if (loaded.value === undefined) return { diagnostics: loaded.diagnostics };
  const read = await specsOf(loaded.value, specs);
  if (read.value === undefined) return { diagnostics: read.diagnostics };
  // Lenient, since a side may be of another year than the corrections are for.
  const { models, diagnostics } = buildModels(read.value, true, (_, run) => run());
  const errors = diagnostics.filter(({ severity, code }) => severity === "error" && code !== "event-without-literal");
  if (hasErrors(errors)) return { diagnostics: errors };
  return { value: { name: loaded.value.name, model: models[0].model }, diagnostics: [] };
}

/** The specs of a side; a document is cut, named and corrected as the specs on the disk say. */
async function specsOf(side: LoadedSide, folder: string): Promise<Outcome<Specs>> {
  if (side.kind === "specs") return loadSpecs(side.files);
  const specs = await loadSpecs(folder);
  if (specs.value === undefined) return specs;
  const { value: synced, diagnostics } = sync(side.document, specs.value);
  if (synced !== undefined && synced.lock.contract.operations + synced.lock.contract.webhooks > 0) {
    return { value: { ...specs.value, ...synced }, diagnostics: [] };
  }
  const message = "The document has nothing of what specs/slice.json selects: it is another API's.";
  return {
    diagnostics: hasErrors(diagnostics) ? diagnostics : [diagnose("side-unknown", message, { file: side.name })],
  };
}
