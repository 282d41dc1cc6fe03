import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { OpenApiDocument } from "../../src/document/openapi.ts";
import { makePrograms } from "../../src/make-programs.ts";
import { runGenerate } from "../../src/run-generate.ts";
import type { Names, UpstreamWording, Wording } from "../../src/specs.ts";
import { sync } from "../../src/sync.ts";
import { hostileDocument, hostileSlice, hostileTriggers, hostileV1Events, hostileWording } from "./document.ts";

/** What a run of the whole pipeline left on the disk. */
export interface Outcome {
  readonly folder: string;
  /** The contract that the files were made from. */
  readonly contract: OpenApiDocument;
  /** Every file below the folder, those that no one asked for too, by path with `/` between the parts. */
  readonly files: Readonly<Record<string, string>>;
  readonly remove: () => Promise<void>;
}

interface Written {
  readonly contract: OpenApiDocument;
  readonly names: Names;
  readonly lock: unknown;
  readonly wording: Wording;
  readonly upstream?: UpstreamWording;
}

/** Through `sync`, then `generate --lenient` with upstream's texts beneath ours: the way of an update. */
export async function runSynced(): Promise<Outcome> {
  const { value, diagnostics } = sync(
    { document: hostileDocument(), sha256: "", origin: {} },
    { slice: hostileSlice(), names: { operations: {}, events: {} } },
  );
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  const wording = { language: "en", families: {}, operations: {}, events: {}, glossary: {}, overrides: {} };
  return run({ contract: value.contract, names: value.names, lock: value.lock, wording, upstream: value.texts });
}

/** `generate --lenient` of the document as it is, prose, examples and all, with wording of our own. */
export async function runRaw(): Promise<Outcome> {
  const counts = { operations: 0, webhooks: 0, schemas: 0 };
  const lock = {
    source: { repository: "*/", commit: '"', date: "\u2028" },
    document: { openapi: "3.1.0", version: "*/", sha256: "", ...counts },
    contract: { sha256: "*/ `", ...counts },
    unclaimed: [],
  };
  const contract = hostileDocument();
  // A reference into a part that only this document has; `sync` refuses those.
  const part = "x; }\nglobalThis.__canary = 7;\ninterface y {";
  Object.assign(contract, { [part]: { a: { type: "string" } } });
  Object.assign(contract.components?.schemas ?? {}, { Away: { $ref: `#/${part}/a` } });
  return run({ contract, names: { operations: {}, events: {} }, lock, wording: hostileWording() });
}

async function run({ contract, names, lock, wording, upstream }: Written): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), "hostile-"));
  const specs = join(folder, "specs");
  await Promise.all([join(specs, "wording"), join(folder, "guard")].map((path) => mkdir(path, { recursive: true })));
  const { language, ...texts } = wording;
  const files: Record<string, unknown> = {
    "slice.json": hostileSlice(),
    "names.json": names,
    "voice.openapi.json": contract,
    "voice.lock.json": lock,
    // JSON is YAML as well.
    "triggers.yaml": hostileTriggers(),
    "v1-events.yaml": hostileV1Events(),
    [`wording/${language}.yaml`]: texts,
    "wording/upstream.json": upstream ?? {},
  };
  for (const [path, value] of Object.entries(files)) await writeFile(join(specs, path), JSON.stringify(value));
  const { ok, diagnostics } = await runGenerate(
    { specs, out: join(folder, "out"), check: false, lenient: true },
    (_, stage) => stage(),
    makePrograms,
  );
  if (!ok) throw new Error(diagnostics.map(({ code, message }) => `${code} ${message}`).join("\n"));
  await rm(specs, { recursive: true });
  return {
    folder,
    contract,
    files: await filesBelow(folder),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function filesBelow(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    await Promise.all(
      paths.map(async (path) => [path.slice(folder.length + 1).replaceAll("\\", "/"), await readFile(path, "utf8")]),
    ),
  );
}
