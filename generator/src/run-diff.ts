import { accept } from "./accept.ts";
import { buildModels } from "./build-models.ts";
import { type Diagnostic, diagnose, hasErrors, type Outcome } from "./diagnostic.ts";
import { diff } from "./diff/diff.ts";
import { isRelated } from "./diff/is-related.ts";
import { proposeAliases } from "./diff/propose-aliases.ts";
import { type DiffReport, type FailOn, makeReport } from "./diff/report/make-report.ts";
import { loadAcceptedChanges } from "./load/accepted-changes.ts";
import { comparedFiles } from "./load/compared-files.ts";
import { branchStart, type LoadedSide, loadSide } from "./load/side.ts";
import { loadSpecs, type Parsed } from "./load/specs.ts";
import { filesIn, type SpecsFiles } from "./load/specs-files.ts";
import type { Model } from "./model.ts";
import type { Specs } from "./specs.ts";
import { sync } from "./sync.ts";
import { tolerable } from "./tolerable.ts";

/** What is to be compared: commits, folders with specs, or documents. */
export interface DiffOptions {
  /** By default the commit that the branch started from. */
  readonly base?: string;
  /** By default the specs on the disk. */
  readonly head?: string;
  /** The folder of the specs, from the root of the repository. */
  readonly specs: string;
  /** From which weight on a change that nobody accepted is refused. */
  readonly failOn: FailOn;
}

/** One side of a comparison as a model, with the name that it goes by and the sha256 of its contract. */
export interface Side {
  readonly name: string;
  readonly model: Model;
  readonly sha256: string;
  /** The side's files, where it is a folder with specs; a document has none. */
  readonly specs?: Extract<LoadedSide, { kind: "specs" }>;
}

/** What a comparison came to. */
export interface DiffRun {
  readonly base: Side;
  readonly head: Side;
  readonly report: DiffReport;
}

/** Reads both sides, each as its own specs have it corrected and named, compares them, and judges what was found. */
export async function runDiff(options: DiffOptions): Promise<Outcome<DiffRun>> {
  const { specs: folder } = options;
  // Both at once: while git is asked for the one, the other is found.
  const [one, other] = await Promise.all([
    options.base === undefined ? startSide(folder) : loadSide(options.base, folder),
    loadSide(options.head ?? folder, folder),
  ]);
  if (one.value === undefined || other.value === undefined) {
    return { diagnostics: [...one.diagnostics, ...other.diagnostics] };
  }
  const filesOf = (side: LoadedSide) => (side.kind === "specs" ? side.files : filesIn(folder));
  const needed = await comparedFiles(filesOf(one.value), filesOf(other.value));
  const context: Context = { folder, needed, parsed: new Map() };
  const [base, head] = await Promise.all([modelOf(one.value, context), modelOf(other.value, context)]);
  if (base.value !== undefined && head.value !== undefined) return compare(base.value, head.value, options);
  return { diagnostics: [...base.diagnostics, ...head.diagnostics] };
}

async function compare(base: Side, head: Side, { specs, failOn }: DiffOptions): Promise<Outcome<DiffRun>> {
  if (!isRelated(base.model, head.model)) {
    const message = `${base.name} and ${head.name} have no operation and no event in common, nor the server.`;
    return { diagnostics: [diagnose("sides-unrelated", message)] };
  }
  const entries = await loadAcceptedChanges(head.specs?.files ?? filesIn(specs));
  if (entries.value === undefined) return { diagnostics: entries.diagnostics };
  // What the base has of it was judged before; where it cannot be read, that is the base's trouble.
  const past = base.specs === undefined ? undefined : await loadAcceptedChanges(base.specs.files);
  const changes = diff(base.model, head.model);
  const judged = accept(changes, entries.value, { sha256: base.sha256, entries: past?.value ?? [] });
  if (hasErrors(judged.diagnostics)) return { diagnostics: judged.diagnostics };
  const aliases = proposeAliases(base.model, head.model, judged.value.changes);
  const report = makeReport(base, head, { ...judged.value, aliases }, failOn);
  return { value: { base, head, report }, diagnostics: [] };
}

/** The specs on the disk, what is needed of specs, and what the sides have parsed: most of their files are the same. */
interface Context {
  readonly folder: string;
  readonly needed: (files: SpecsFiles) => SpecsFiles;
  readonly parsed: Parsed;
}

async function startSide(folder: string): Promise<Outcome<LoadedSide>> {
  const { value, diagnostics } = await branchStart();
  return value === undefined ? { diagnostics } : loadSide(value, folder);
}

async function modelOf(side: LoadedSide, context: Context): Promise<Outcome<Side>> {
  const tell = (found: Diagnostic) => ofSide(found, side, context.folder);
  const read = await specsOf(side, context);
  if (read.value === undefined) return { diagnostics: read.diagnostics.map(tell) };
  // Lenient, since a side may be of another year than the corrections are for.
  const isWorded = read.value.wordings.length > 0;
  const { models, diagnostics } = buildModels(read.value, true, (_, run) => run(), isWorded);
  const errors = diagnostics.filter(({ severity, code }) => severity === "error" && !tolerable.has(code));
  if (hasErrors(errors)) return { diagnostics: errors.map(tell) };
  const { model } = models[0];
  const value = { name: side.name, model, sha256: model.contract.sha256 };
  return { value: side.kind === "specs" ? { ...value, specs: side } : value, diagnostics: [] };
}

/** Names the side before the file, unless it is the specs folder that the command works on. */
function ofSide(found: Diagnostic, side: LoadedSide, specs: string): Diagnostic {
  if (side.name === specs || found.file === side.name) return found;
  return { ...found, file: [side.name, found.file].filter((part) => part !== undefined).join(": ") };
}

/** The specs of a side; a document is cut, named and corrected as the specs on the disk say. */
async function specsOf(side: LoadedSide, { folder, needed, parsed }: Context): Promise<Outcome<Specs>> {
  if (side.kind === "specs") return loadSpecs(needed(side.files), parsed);
  const specs = await loadSpecs(needed(filesIn(folder)), parsed);
  if (specs.value === undefined) return specs;
  const { value: synced, diagnostics } = sync(side.document, specs.value, true);
  const isOther = diagnostics.some(({ code }) => code === "slice-empty");
  if (synced !== undefined && !isOther) return { value: { ...specs.value, ...synced }, diagnostics: [] };
  if (!isOther) return { diagnostics: diagnostics.filter(({ severity }) => severity === "error") };
  const message = "The document has nothing of what specs/slice.json selects: it is another API's.";
  return { diagnostics: [diagnose("side-unknown", message, { file: side.name })] };
}
