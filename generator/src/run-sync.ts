import { buildModels } from "./build-models.ts";
import { isUnchanged } from "./compare.ts";
import { type Diagnostic, hasErrors } from "./diagnostic.ts";
import { diff } from "./diff/diff.ts";
import { historyFile, historyStep } from "./diff/history-step.ts";
import { findUnfinished, recover } from "./journal/journal.ts";
import type { Owns } from "./journal/owned-paths.ts";
import { unusable } from "./journal/unusable.ts";
import { loadDocument } from "./load/document.ts";
import { newestCommit, type Progress } from "./load/download.ts";
import { loadSpecs, loadSyncedSpecs } from "./load/specs.ts";
import type { Origin, Source, Specs } from "./specs.ts";
import { printJson, type Synced, sync } from "./sync.ts";
import { type File, writeFiles } from "./write.ts";

/** How `sync` is to be run. */
export interface SyncOptions {
  /** A file or an address; by default the newest document that the slice names. */
  readonly from?: string;
  /** The commit or branch to download, or the commit that the file is from. */
  readonly ref?: string;
  /** The folder of the specs. */
  readonly specs: string;
  /** Whether upstream's texts are kept beside ours. */
  readonly wording: "own" | "upstream";
  /** Write nothing, and fail where the contract would change. */
  readonly check: boolean;
  /** Take a document that most operations or events of the contract are gone from. */
  readonly allowLosses?: boolean;
}

/** What a run of `sync` came to. */
export interface SyncRun {
  readonly ok: boolean;
  readonly diagnostics: readonly Diagnostic[];
  /** Where the document was read from; undefined where the specs could not be read. */
  readonly from?: string;
  readonly synced?: Synced;
  /** Whether the contract is another than before. */
  readonly isChanged: boolean;
  /** Whether upstream's examples name other codes of errors than before. */
  readonly areCodesChanged?: boolean;
}

/** Reads an upstream document, cuts the contract out of it, and writes it with its lock unless told not to. */
export async function runSync(options: SyncOptions, progress?: Progress): Promise<SyncRun> {
  const unfinished = options.check ? findUnfinished(options.specs) : await recover(options.specs, owns);
  if (unfinished.length > 0) return { ok: false, diagnostics: unfinished, isChanged: false };
  const specs = await loadSyncedSpecs(options.specs);
  if (specs.value === undefined) return { ok: false, diagnostics: specs.diagnostics, isChanged: false };
  const { from, known } = await findSource(specs.value.slice.source, options);
  const source = await loadDocument(from, progress);
  if (source.value === undefined) return { ok: false, diagnostics: source.diagnostics, from, isChanged: false };
  const { value: synced, diagnostics } = sync(
    { ...source.value, origin: { ...source.value.origin, ...known } },
    specs.value,
    options.allowLosses,
  );
  if (synced === undefined || hasErrors(diagnostics)) return { ok: false, diagnostics, from, isChanged: false };
  const { lock, errorCodes = [] } = specs.value;
  const isChanged = !isUnchanged(synced.comparison) || lock?.contract.sha256 !== synced.lock.contract.sha256;
  const areCodesChanged = printJson(errorCodes) !== printJson(synced.errorCodes);
  const ok = !(options.check && (isChanged || areCodesChanged));
  const run = { ok, diagnostics, from, synced, isChanged, areCodesChanged };
  if (options.check) return run;
  const isOutdated = isChanged || lock?.unclaimed.join() !== synced.lock.unclaimed.join();
  try {
    const surplus = options.wording === "upstream" ? [] : [upstreamWording];
    const isNamed = specs.value.names !== undefined;
    const files = filesOf(synced, { isOutdated, areCodesChanged, isNamed, wording: options.wording });
    const step = isUnchanged(synced.comparison) ? undefined : await stepTo(synced, options.specs);
    await writeFiles(options.specs, step === undefined ? files : [...files, step], surplus, owns);
    return run;
  } catch (error) {
    return { ...run, ok: false, diagnostics: [...diagnostics, unusable(options.specs, error)] };
  }
}

/** What changes with the step from the contract on the disk, for its history; nothing where there is none as yet. */
async function stepTo(synced: Synced, folder: string): Promise<File | undefined> {
  const { value: specs } = await loadSpecs(folder);
  if (specs === undefined) return undefined;
  const modelOf = (given: Specs) => buildModels(given, true, (_, run) => run(), false).models[0].model;
  const changes = diff(modelOf(specs), modelOf({ ...specs, ...synced }));
  const step = historyStep(specs.lock, synced.lock, changes);
  return { path: historyFile(step), text: printJson(step) };
}

const upstreamWording = "wording/upstream.json";

/** All that `sync` writes: what people write is not among it, but for the names, to which it adds. */
const owns: Owns = (path) => syncedFiles.includes(path) || /^history\/[\w.-]+\.json$/.test(path);

const syncedFiles: readonly string[] = [
  "voice.openapi.json",
  "voice.lock.json",
  "error-codes.json",
  "names.json",
  upstreamWording,
];

interface WrittenParts extends Pick<SyncOptions, "wording"> {
  readonly isOutdated: boolean;
  readonly areCodesChanged: boolean;
  readonly isNamed: boolean;
}

function filesOf(synced: Synced, { isOutdated, areCodesChanged, isNamed, wording }: WrittenParts): File[] {
  const contract = { path: "voice.openapi.json", text: printJson(synced.contract) };
  const lock = { path: "voice.lock.json", text: printJson(synced.lock) };
  const errorCodes = { path: "error-codes.json", text: printJson(synced.errorCodes) };
  const names = { path: "names.json", text: printJson(synced.names) };
  const texts = { path: upstreamWording, text: printJson(synced.texts) };
  return [
    ...(isOutdated ? [contract, lock] : []),
    ...(areCodesChanged ? [errorCodes] : []),
    ...(synced.newNames.length > 0 || !isNamed ? [names] : []),
    ...(wording === "upstream" ? [texts] : []),
  ];
}

/** What to read, and what is known of it beforehand. */
async function findSource(source: Source, { from, ref }: SyncOptions): Promise<{ from: string; known: Origin }> {
  const named = ref === undefined ? {} : { commit: ref };
  if (from !== undefined) return { from, known: named };
  const newest = await newestCommit(source, ref ?? source.branch);
  const commit = newest?.commit ?? ref ?? source.branch;
  return { from: source.download.replaceAll("{ref}", encodeURIComponent(commit)), known: newest ?? named };
}
