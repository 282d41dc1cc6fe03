import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { CORE_SCHEMA, load as parseYaml } from "js-yaml";
import { type Diagnostic, diagnose, hasErrors, type Outcome } from "../diagnostic.ts";
import { isObject, type OpenApiDocument } from "../document/openapi.ts";
import type { Correction, Lock, Names, SliceDefinition, Specs, UpstreamWording, Wording } from "../specs.ts";

/** What `sync` needs of a specs folder: all of it but the slice may be absent before the first run. */
export interface SyncedSpecs {
  readonly slice: SliceDefinition;
  readonly names: Names;
  readonly contract?: OpenApiDocument;
  readonly lock?: Lock;
}

/** Reads a file of a folder as text; undefined where there is none. */
type Read = (path: string) => Promise<string | undefined>;

/** Reads the files that `sync` starts from. */
export async function loadSyncedSpecs(folder: string): Promise<Outcome<SyncedSpecs>> {
  const files = new SpecsReader(folder);
  const slice = await files.required<SliceDefinition>("slice.json", ["families", "watch", "source", "leftOut"]);
  const names = await files.optional<Names>("names.json", ["operations", "events"]);
  const contract = await files.optional<OpenApiDocument>("voice.openapi.json", ["paths"]);
  const lock = await files.optional<Lock>("voice.lock.json", ["contract", "unclaimed"]);
  if (slice !== undefined) files.checkSlice(slice);
  if (slice === undefined || hasErrors(files.diagnostics)) return { diagnostics: files.diagnostics };
  const value = {
    slice,
    names: names ?? { operations: {}, events: {} },
    ...(contract === undefined ? {} : { contract }),
    ...(lock === undefined ? {} : { lock }),
  };
  return { value, diagnostics: files.diagnostics };
}

/** Reads everything that `generate` works from. */
export async function loadSpecs(folder: string): Promise<Outcome<Specs>> {
  const files = new SpecsReader(folder);
  const slice = await files.required<SliceDefinition>("slice.json", ["families", "watch", "source", "leftOut"]);
  const names = await files.required<Names>("names.json", ["operations", "events"]);
  const contract = await files.required<OpenApiDocument>("voice.openapi.json", ["paths", "info"]);
  const lock = await files.required<Lock>("voice.lock.json", ["contract", "source", "document", "unclaimed"]);
  const corrections: Correction[] = [];
  for (const path of await files.list("corrections", ".yaml")) {
    const correction = await files.required<Omit<Correction, "file">>(path, ["overlay", "info", "actions"]);
    if (correction !== undefined) corrections.push({ ...correction, file: `specs/${path}` });
  }
  const wordings: Wording[] = [];
  for (const path of await files.list("wording", ".yaml")) {
    const language = path.slice("wording/".length, -".yaml".length);
    const wording = await files.required<Partial<Wording>>(path, []);
    if (wording !== undefined) wordings.push({ ...emptyWording, ...wording, language });
  }
  const upstreamWording = (await files.optional<UpstreamWording>("wording/upstream.json", [])) ?? {};
  if (slice !== undefined) files.checkSlice(slice);
  if (hasErrors(files.diagnostics) || !slice || !names || !contract || !lock) return { diagnostics: files.diagnostics };
  // English leads: what other languages lack falls back to it.
  wordings.sort((left, right) => Number(right.language === "en") - Number(left.language === "en"));
  return {
    value: { slice, names, contract, lock, corrections, wordings, upstreamWording },
    diagnostics: files.diagnostics,
  };
}

const emptyWording = { families: {}, operations: {}, events: {}, glossary: {}, overrides: {} };

/** Reads files of one specs folder and gathers what is wrong with them. */
class SpecsReader {
  readonly diagnostics: Diagnostic[] = [];
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The names of the files in a folder of the specs that end so, sorted; none where the folder is absent. */
  async list(folder: string, ending: string): Promise<string[]> {
    const names = await readdir(join(this.#folder, folder)).catch(() => []);
    return names
      .filter((name) => name.endsWith(ending))
      .sort()
      .map((name) => `${folder}/${name}`);
  }

  /** A file that must be there, parsed; reports it where it is absent or lacks one of the keys. */
  async required<T>(path: string, keys: readonly string[]): Promise<T | undefined> {
    const text = await this.#read(path);
    const isReported = this.diagnostics.some(({ file }) => file === this.#place(path).file);
    if (text === undefined && !isReported)
      this.diagnostics.push(diagnose("specs-unreadable", "The file is missing.", this.#place(path)));
    return text === undefined ? undefined : this.#parse<T>(path, text, keys);
  }

  /** A file that may be absent, parsed. */
  async optional<T>(path: string, keys: readonly string[]): Promise<T | undefined> {
    const text = await this.#read(path);
    return text === undefined ? undefined : this.#parse<T>(path, text, keys);
  }

  /** Reports the lists that the slice lacks: people edit it, and every stage reads them. */
  checkSlice({ families, watch, leftOut }: SliceDefinition): void {
    const lists = [
      ["/families", families],
      ["/leftOut", leftOut],
      ...["paths", "events"].map((key) => [`/watch/${key}`, (watch as Record<string, unknown>)[key]]),
      ...(Array.isArray(families) ? families : []).flatMap((family, index) =>
        ["tags", "operations", "events"].map((key) => [`/families/${index}/${key}`, family?.[key]]),
      ),
    ] as [string, unknown][];
    for (const [pointer, list] of lists) {
      if (Array.isArray(list)) continue;
      const place = { ...this.#place("slice.json"), pointer: `#${pointer}` };
      this.diagnostics.push(diagnose("specs-invalid", "It is no list.", place));
      return;
    }
  }

  readonly #read: Read = async (path) => {
    try {
      return await readFile(join(this.#folder, path), "utf8");
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code !== "ENOENT") {
        this.diagnostics.push(diagnose("specs-unreadable", `The file cannot be read (${code}).`, this.#place(path)));
      }
      return undefined;
    }
  };

  #parse<T>(path: string, text: string, keys: readonly string[]): T | undefined {
    let value: unknown;
    try {
      value = path.endsWith(".json") ? JSON.parse(text) : parseYaml(text, { schema: CORE_SCHEMA });
    } catch (error) {
      const reason = String((error as Error).message).split("\n")[0];
      this.diagnostics.push(diagnose("specs-invalid", `It cannot be parsed (${reason}).`, this.#place(path)));
      return undefined;
    }
    const missing = isObject(value) ? keys.filter((key) => !Object.hasOwn(value as object, key)) : ["an object"];
    if (missing.length === 0) return value as T;
    this.diagnostics.push(diagnose("specs-invalid", `It lacks ${missing.join(", ")}.`, this.#place(path)));
    return undefined;
  }

  #place(path: string) {
    return { file: `specs/${path}` };
  }
}
