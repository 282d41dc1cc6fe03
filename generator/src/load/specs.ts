import { CORE_SCHEMA, load as parseYaml } from "js-yaml";
import {
  catalogue,
  type Diagnostic,
  type DiagnosticCode,
  diagnose,
  hasErrors,
  type Outcome,
  type Severity,
} from "../diagnostic.ts";
import { isObject, type JsonObject, type OpenApiDocument } from "../document/openapi.ts";
import { toPointer } from "../document/pointer.ts";
import type {
  Correction,
  ErrorCodeFact,
  ErrorEntries,
  Examples,
  HistoryEntry,
  Lock,
  Names,
  Severities,
  SliceDefinition,
  Specs,
  TexmlCallbacks,
  Triggers,
  UpstreamWording,
  V1Events,
  Wording,
} from "../specs.ts";
import type { Form } from "./form.ts";
import { forms } from "./forms.ts";
import { filesIn, type SpecsFiles } from "./specs-files.ts";

/** What `sync` needs of a specs folder: all of it but the slice may be absent before the first run. */
export interface SyncedSpecs {
  readonly slice: SliceDefinition;
  readonly names?: Names;
  readonly contract?: OpenApiDocument;
  readonly lock?: Lock;
  readonly errorCodes?: readonly ErrorCodeFact[];
}

/** Reads a file of a folder as text; undefined where there is none. */
type Read = (path: string) => Promise<string | undefined>;

/** Reads the files that `sync` starts from. */
export async function loadSyncedSpecs(folder: string): Promise<Outcome<SyncedSpecs>> {
  const files = new SpecsReader(filesIn(folder));
  const slice = await files.required<SliceDefinition>("slice.json", forms.slice);
  const names = await files.optional<Names>("names.json", forms.names);
  const contract = await files.optional<OpenApiDocument>("voice.openapi.json", forms.contract);
  const lock = await files.optional<Lock>("voice.lock.json", forms.lock);
  const errorCodes = await files.optional<ErrorCodeFact[]>("error-codes.json", forms.errorCodes);
  if (slice === undefined || hasErrors(files.diagnostics)) return { diagnostics: files.diagnostics };
  const value = {
    slice,
    ...(names === undefined ? {} : { names }),
    ...(contract === undefined ? {} : { contract }),
    ...(lock === undefined ? {} : { lock }),
    ...(errorCodes === undefined ? {} : { errorCodes }),
  };
  return { value, diagnostics: files.diagnostics };
}

/** Values by the text that they were parsed from. Nobody changes what comes from the specs, so that two may share it. */
export type Parsed = Map<string, unknown>;

/** Reads everything that `generate` works from; what was parsed before is not parsed again. */
export async function loadSpecs(from: string | SpecsFiles, parsed: Parsed = new Map()): Promise<Outcome<Specs>> {
  const files = new SpecsReader(typeof from === "string" ? filesIn(from) : from, parsed);
  const slice = await files.required<SliceDefinition>("slice.json", forms.slice);
  const names = await files.required<Names>("names.json", forms.names);
  const contract = await files.required<OpenApiDocument>("voice.openapi.json", forms.contract);
  const lock = await files.required<Lock>("voice.lock.json", forms.lock);
  const corrections: Correction[] = [];
  for (const path of await files.list("corrections", ".yaml")) {
    const correction = await files.required<Omit<Correction, "file">>(path, forms.correction);
    if (correction !== undefined) corrections.push({ ...correction, file: `specs/${path}` });
  }
  const wordings: Wording[] = [];
  for (const path of await files.list("wording", ".yaml")) {
    const language = path.slice("wording/".length, -".yaml".length);
    const wording = await files.required<Partial<Wording>>(path, forms.wording);
    if (wording !== undefined) wordings.push({ ...emptyWording, ...withoutEmpty(wording), language });
  }
  const upstreamWording = (await files.optional<UpstreamWording>("wording/upstream.json", forms.upstreamWording)) ?? {};
  const examples = (await files.optional<Examples>("examples.yaml", forms.examples)) ?? {};
  const triggers = (await files.optional<Triggers>("triggers.yaml", forms.triggers)) ?? {};
  const texml = (await files.optional<TexmlCallbacks>("texml-callbacks.yaml", forms.texml)) ?? noTexml;
  const v1Events = (await files.optional<V1Events>("v1-events.yaml", forms.v1Events)) ?? {};
  const errorCodes = (await files.optional<ErrorCodeFact[]>("error-codes.json", forms.errorCodes)) ?? [];
  const errors = (await files.optional<ErrorEntries>("errors.yaml", forms.errors)) ?? {};
  const history: HistoryEntry[] = [];
  for (const path of (await files.list("history", ".json")).reverse()) {
    const step = await files.required<HistoryEntry>(path, forms.history);
    if (step !== undefined) history.push(step);
  }
  const severities = (await files.optional<Severities>("severities.json", forms.severities)) ?? {};
  files.checkSeverities(severities);
  if (hasErrors(files.diagnostics) || !slice || !names || !contract || !lock) return { diagnostics: files.diagnostics };
  // English leads: what other languages lack falls back to it.
  wordings.sort((left, right) => Number(right.language === "en") - Number(left.language === "en"));
  return {
    value: {
      slice,
      names,
      contract,
      lock,
      corrections,
      wordings,
      upstreamWording,
      examples,
      triggers,
      texml,
      v1Events,
      errorCodes,
      errors,
      history,
      severities,
    },
    diagnostics: files.diagnostics,
  };
}

/** A section that YAML leaves empty is null: nothing has been written yet. */
function withoutEmpty<T extends object>(sections: T): T {
  return Object.fromEntries(Object.entries(sections).filter(([, section]) => isObject(section))) as T;
}

const emptyWording = { families: {}, operations: {}, events: {}, glossary: {}, overrides: {} };

const noTexml: TexmlCallbacks = { callbacks: {}, components: { schemas: {} }, withoutSource: [] };

/** Reads files of one specs folder and gathers what is wrong with them. */
class SpecsReader {
  readonly diagnostics: Diagnostic[] = [];
  readonly #files: SpecsFiles;
  readonly #parsed: Parsed;

  constructor(files: SpecsFiles, parsed: Parsed = new Map()) {
    this.#files = files;
    this.#parsed = parsed;
  }

  /** The names of the files in a folder of the specs that end so, sorted; none where the folder is absent. */
  async list(folder: string, ending: string): Promise<string[]> {
    const names = await this.#files.list(folder);
    return names
      .filter((name) => name.endsWith(ending))
      .sort()
      .map((name) => `${folder}/${name}`);
  }

  /** A file that must be there, parsed; reports it where it is absent or of another form. */
  async required<T>(path: string, form: Form): Promise<T | undefined> {
    const text = await this.#read(path);
    const isReported = this.diagnostics.some(({ file }) => file === this.#place(path).file);
    if (text === undefined && !isReported)
      this.diagnostics.push(diagnose("specs-unreadable", "The file is missing.", this.#place(path)));
    return text === undefined ? undefined : this.#parse<T>(path, text, form);
  }

  /** A file that may be absent, parsed. */
  async optional<T>(path: string, form: Form): Promise<T | undefined> {
    const text = await this.#read(path);
    return text === undefined ? undefined : this.#parse<T>(path, text, form);
  }

  /** Reports the entries that name no diagnostic, give no reason, or would let a run go on without a model. */
  checkSeverities(severities: Readonly<Record<string, unknown>>): void {
    for (const [code, entry] of Object.entries(severities)) {
      const problem = severityProblem(code, isObject(entry) ? entry : {});
      if (problem === undefined) continue;
      const place = { ...this.#place("severities.json"), pointer: toPointer([code]) };
      this.diagnostics.push(
        diagnose("specs-invalid", problem, place, Object.hasOwn(catalogue, code) ? undefined : hintFor(code)),
      );
    }
  }

  readonly #read: Read = async (path) => {
    try {
      return await this.#files.read(path);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      this.diagnostics.push(diagnose("specs-unreadable", `The file cannot be read (${code}).`, this.#place(path)));
      return undefined;
    }
  };

  #parse<T>(path: string, text: string, form: Form): T | undefined {
    let value: unknown;
    try {
      value = this.#parsed.get(text) ?? parse(path, text);
      this.#parsed.set(text, value);
    } catch (error) {
      const reason = String((error as Error).message).split("\n")[0];
      this.diagnostics.push(diagnose("specs-invalid", `It cannot be parsed (${reason}).`, this.#place(path)));
      return undefined;
    }
    const faults = form(value);
    for (const { keys, message } of faults) {
      const place = { ...this.#place(path), ...(keys.length === 0 ? {} : { pointer: toPointer(keys) }) };
      this.diagnostics.push(diagnose("specs-invalid", message, place));
    }
    return faults.length === 0 ? (value as T) : undefined;
  }

  #place(path: string) {
    return { file: `specs/${path}` };
  }
}

function parse(path: string, text: string): unknown {
  return path.endsWith(".json") ? JSON.parse(text) : parseYaml(text, { schema: CORE_SCHEMA });
}

const severityNames: readonly unknown[] = ["error", "debt", "warning"] satisfies Severity[];

/** What is wrong with an entry of `severities.json`. */
function severityProblem(code: string, { severity, reason }: JsonObject): string | undefined {
  if (!Object.hasOwn(catalogue, code)) return `There is no diagnostic ${code}.`;
  if (!severityNames.includes(severity)) return `The severity of ${code} is none of ${severityNames.join(", ")}.`;
  if (typeof reason !== "string" || reason.trim() === "") return `The entry for ${code} gives no reason.`;
  const [usual] = catalogue[code as DiagnosticCode];
  if (usual !== "error" || severity === "error") return undefined;
  return `${code} is an error and cannot be lowered to a ${severity}: the packages cannot be made in spite of it.`;
}

/** The codes that share the most words with a mistyped one, if any does. */
function hintFor(mistyped: string): string | undefined {
  const words = new Set(mistyped.split("-"));
  const shared = (code: string) => code.split("-").filter((word) => words.has(word)).length;
  const most = Math.max(...Object.keys(catalogue).map(shared));
  if (most === 0) return undefined;
  const near = Object.keys(catalogue).filter((code) => shared(code) === most);
  return `Did you mean ${near.join(" or ")}?`;
}
