import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { generatedFolders } from "./generated-folders.ts";
import { refuseLinks } from "./journal/owned-paths.ts";
import type { GenerateOptions, GenerateRun } from "./run-generate.ts";

/** What a run found, kept with a digest of all that it read and wrote: while that holds, the run need not be repeated. */
interface Seal {
  readonly digest: string;
  readonly run: Pick<GenerateRun, "diagnostics" | "counts">;
}

/** The earlier run that the present one would repeat, if there is one. The cache is the folder of the generator's own. */
export async function unchangedRun(cache: string, options: GenerateOptions): Promise<GenerateRun | undefined> {
  try {
    const { digest, run } = JSON.parse(await readFile(sealPath(cache, options), "utf8")) as Seal;
    if (digest !== digestOf(cache, options)) return undefined;
    const isOwing = run.diagnostics.some(({ severity }) => severity === "debt");
    return { ...run, ok: !(options.check && isOwing), changes: { missing: [], stale: [], surplus: [] } };
  } catch {
    return undefined;
  }
}

/** Remembers a run after which the packages are what the specs say. A cache that cannot be written to is done without. */
export async function sealRun(
  cache: string,
  options: GenerateOptions,
  { diagnostics, counts }: GenerateRun,
): Promise<void> {
  const path = sealPath(cache, options);
  const draft = `${path}.${process.pid}`;
  try {
    const seal: Seal = { digest: digestOf(cache, options), run: { diagnostics, ...(counts && { counts }) } };
    await mkdir(dirname(path), { recursive: true });
    await writeFile(draft, JSON.stringify(seal));
    await rename(draft, path);
  } catch {
    // The next run takes the long way.
    await rm(draft, { force: true }).catch(() => {});
  }
}

function sealPath(cache: string, { specs, out, lenient }: GenerateOptions): string {
  const name = createHash("sha1")
    .update([resolve(specs), resolve(out), lenient].join("\n"))
    .digest("hex");
  return join(cache, "seals", `${name}.json`);
}

/** A digest of the generator, of the specs and of what stands in the generated folders. */
function digestOf(cache: string, { specs, out }: GenerateOptions): string {
  const hash = createHash("sha256").update(generatorOf(cache));
  // A link is no folder of ours, whatever it leads to: the long way refuses it.
  refuseLinks(out, generatedFolders(out));
  for (const folder of [specs, ...generatedFolders(out).map((path) => join(out, path))]) {
    hash.update(`${folder}\n`);
    for (const file of filesBelow(folder)) {
      const content = readFileSync(join(folder, file));
      hash.update(`${file}\n${content.byteLength}\n`).update(content);
    }
  }
  return hash.digest("hex");
}

/** The generator is known by the bundle that runs: it is built anew whenever a source changes. */
function generatorOf(cache: string): string {
  const { mtimeMs, size } = statSync(join(cache, "run-generate.cjs"));
  return `${process.version} ${mtimeMs} ${size}\n`;
}

function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length))
    .sort();
}
