import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const biome = join(root, "node_modules/.bin/biome");

/** Lints, in a folder with nothing else but the configuration, a file at the path that holds one import. */
function isRefused(path: string, specifier: string): boolean {
  const folder = mkdtempSync(join(tmpdir(), "imports-"));
  try {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    cpSync(join(root, "biome.json"), join(folder, "biome.json"));
    writeFileSync(join(folder, path), `import { a } from "${specifier}";\n\nexport const b = a;\n`);
    const args = ["lint", "--vcs-enabled=false", "--only=style/noRestrictedImports", path];
    const { stdout, stderr } = spawnSync(biome, args, { cwd: folder, encoding: "utf8" });
    expect(stdout + stderr).toContain("Checked 1 file");
    return stderr.includes("noRestrictedImports");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe("the import table of ARCHITECTURE.md", () => {
  it.each([
    ["generator/src/slice.ts", "./strip.ts"],
    ["generator/src/word.ts", "./emit/docs/emit-docs.ts"],
    ["generator/src/correct.ts", "node:fs"],
    ["generator/src/strip.ts", "./load/document.ts"],
    ["generator/src/generate.ts", "node:fs/promises"],
    ["generator/src/model/shape.ts", "../slice.ts"],
    ["generator/src/lint/discriminators.ts", "../correct.ts"],
    ["generator/src/lint/discriminators.ts", "node:fs"],
    ["generator/src/emit/types/alias.ts", "../docs/type-text.ts"],
    ["generator/src/emit/docs/languages/curl.ts", "../../types/alias.ts"],
    ["generator/src/emit/docs/languages/curl.ts", "../../../word.ts"],
    ["generator/src/emit/docs/languages/curl.ts", "node:fs"],
    ["generator/src/diff/diff.ts", "../load/side.ts"],
    ["generator/src/diff/diff.ts", "../correct.ts"],
    ["generator/src/diff/diff.ts", "../emit/docs/emit-docs.ts"],
    ["generator/src/diff/diff.ts", "./report/text-report.ts"],
    ["generator/src/diff/diff.ts", "node:child_process"],
    ["generator/src/diff/schema/types.ts", "../../report.ts"],
    ["generator/src/diff/schema/types.ts", "../report/clip.ts"],
    ["generator/src/diff/report/text-report.ts", "../../run-diff.ts"],
    ["generator/src/diff/report/text-report.ts", "node:fs"],
    ["generator/src/run-diff.ts", "node:fs"],
    ["generator/src/emit/types/alias.ts", "../../word.ts"],
    ["generator/src/document/walk.ts", "../model.ts"],
    ["generator/src/emit/text/jsdoc.ts", "../../model.ts"],
    ["packages/types/src/client-state.ts", "@telnyx-voice/client"],
    ["packages/types/src/client-state.ts", "node:buffer"],
    ["packages/client/src/send.ts", "@telnyx-voice/webhooks"],
    ["packages/client/src/send.ts", "node:fs"],
    ["packages/client/src/send.ts", "../../../generator/src/model.ts"],
    ["packages/webhooks/src/index.ts", "@telnyx-voice/client"],
    ["packages/webhooks/src/verify-webhook.ts", "node:crypto"],
    ["test/packed.ts", "../packages/client/src/send.ts"],
  ])("keeps %s from importing %s", (path, specifier) => {
    expect(isRefused(path, specifier)).toBe(true);
  });

  it.each([
    ["generator/src/slice.ts", "./document/walk.ts"],
    ["generator/src/slice.ts", "./model.ts"],
    ["generator/src/load/specs.ts", "node:fs/promises"],
    ["generator/src/emit/types/alias.ts", "../text/jsdoc.ts"],
    ["generator/src/diff/diff.ts", "../model.ts"],
    ["generator/src/diff/diff.ts", "./message.ts"],
    ["generator/src/diff/schema/types.ts", "../flat-schema.ts"],
    ["generator/src/diff/report/text-report.ts", "../../report.ts"],
    ["generator/src/diff/report/markdown-report.ts", "../../emit/text/markdown.ts"],
    ["generator/src/diff/report/text-report.ts", "../change.ts"],
    ["generator/src/emit/types/alias.ts", "../../model/name.ts"],
    ["generator/src/emit/docs/languages/curl.ts", "../type-text.ts"],
    ["generator/src/emit/docs/languages/curl.ts", "../../text/shell.ts"],
    ["generator/src/emit/docs/languages/curl.ts", "../../../model.ts"],
    ["generator/src/model/shape.ts", "../document/resolve.ts"],
    ["packages/client/src/send.ts", "@telnyx-voice/types"],
    ["packages/webhooks/src/index.ts", "@telnyx-voice/types"],
    ["test/packed.ts", "@telnyx-voice/client"],
  ])("lets %s import %s", (path, specifier) => {
    expect(isRefused(path, specifier)).toBe(false);
  });
});
