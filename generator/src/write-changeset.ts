import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { writeFiles } from "./write.ts";

/**
 * Writes the changeset of packages that are released together, and tells where; undefined where there is nothing to
 * release. It is named after what it says, so that the same changes give the same file and others never overwrite it.
 */
export async function writeChangeset(
  folder: string,
  textFor: (packages: readonly string[]) => string | undefined,
): Promise<string | undefined> {
  const text = textFor(await fixedPackages(folder));
  if (text === undefined) return undefined;
  const path = `api-${createHash("sha256").update(text).digest("hex").slice(0, 8)}.md`;
  await writeFiles(folder, [{ path, text }], [], (name) => /^api-[0-9a-f]{8}\.md$/.test(name));
  return join(folder, path);
}

/** The packages that changesets gives one version. */
async function fixedPackages(folder: string): Promise<readonly string[]> {
  const config = JSON.parse(await readFile(join(folder, "config.json"), "utf8")) as { fixed?: unknown };
  const packages = Array.isArray(config.fixed) ? config.fixed.flat() : [];
  if (packages.length === 0) throw new Error("its config.json has no packages under `fixed`");
  return packages.map(String);
}
