import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runGenerate } from "../../src/run-generate.ts";
import { smallSpecs } from "../small-specs.ts";

/** Writes files below a folder, by their path. */
export function put(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** The small specs as the files of a folder. */
export function specsFiles(): Record<string, string> {
  const { slice, names, contract, lock, wordings } = smallSpecs();
  const files = { "slice.json": slice, "names.json": names, "voice.openapi.json": contract, "voice.lock.json": lock };
  // JSON is YAML as well.
  const texts = wordings.map(({ language, ...rest }) => [`wording/${language}.yaml`, rest] as const);
  return Object.fromEntries([...Object.entries(files), ...texts].map(([path, value]) => [path, JSON.stringify(value)]));
}

/** Everything below a folder: files with their text, links as such, and folders. */
export function look(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const facts = entries.map((entry) => {
    const path = join(entry.parentPath, entry.name);
    const fact = entry.isFile() ? readFileSync(path, "utf8") : entry.isDirectory() ? "(folder)" : "(other)";
    return [path.slice(folder.length + 1), fact] as const;
  });
  return Object.fromEntries(facts.sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** Lets a folder look as if nothing had changed in it for a while. */
export function age(folder: string, seconds = 60): void {
  const then = Date.now() / 1000 - seconds;
  utimesSync(folder, then, then);
}

/** Generates the docs of the specs in a folder, without programs: those need a compiler. */
export const generateDocs = (folder: string, out = "packages", check = false) =>
  runGenerate(
    { specs: join(folder, "specs"), out: join(folder, out), check, lenient: false },
    (_, stage) => stage(),
    () => [],
  );
