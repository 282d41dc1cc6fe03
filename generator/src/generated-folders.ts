import { basename, resolve } from "node:path";

/** The folders, below the output folder, that hold nothing but generated files. */
const below = [
  "types/src/generated",
  "client/src/generated",
  "webhooks/src/generated",
  "docs/generated",
  "docs/skills",
] as const;

/** Where Claude Code looks for the skills: at the root of the repository whose packages lie in `packages`. */
const beside = "../.claude-plugin";

/** The folders that hold nothing but generated files, as seen from the output folder. No other is written to. */
export function generatedFolders(out: string): readonly string[] {
  return basename(resolve(out)) === "packages" ? [...below, beside] : below;
}
