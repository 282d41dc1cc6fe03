import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { documentOf, documents, WorkTree } from "./update/work-tree.ts";

const guide = readFileSync(
  fileURLToPath(new URL("../packages/docs/guides/en/spec-changes.md", import.meta.url)),
  "utf8",
);
const blocksOf = (language: string) =>
  [...guide.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "gms"))].map(([, text = ""]) => text);
const commands = blocksOf("sh").flatMap((block) => block.trim().split("\n"));
const updated = "2026-07-16";

let tree: WorkTree;
let scripts: Readonly<Record<string, string>>;

/** Runs a command of the guide; `pnpm` stands for the scripts of the manifest. */
function run(command: string, ...more: readonly string[]): { readonly code: number | null; readonly output: string } {
  const written = command.replace(/^pnpm (\S+)/, (_, name: string) => scripts[name] ?? `no script ${name}`);
  const { status, stdout, stderr } = spawnSync([written, ...more].join(" "), {
    cwd: tree.work,
    shell: true,
    encoding: "utf8",
  });
  return { code: status, output: stdout + stderr };
}

describe.skipIf(documents.length === 0)("the guide to spec changes (needs the archived upstream documents)", () => {
  beforeAll(() => {
    tree = new WorkTree();
    scripts = (JSON.parse(readFileSync(join(tree.work, "package.json"), "utf8")) as { scripts: typeof scripts })
      .scripts;
    const before = run("pnpm sync", "--from", documentOf("2026-05-29"));
    expect(before.code, before.output).toBe(0);
    run("pnpm generate");
    tree.git("commit", "--quiet", "--all", "--message", "The specs of May");
  }, 60_000);
  afterAll(() => tree?.remove());

  it("has commands that lead from a new document to a commit", () => {
    const outputs = commands.map((command) => {
      // The document comes from the archive; the tests run elsewhere.
      if (command === "pnpm test") return "";
      const { code, output } = command === "pnpm sync" ? run(command, "--from", documentOf(updated)) : run(command);
      // What breaks has not been accepted: that is what the guide says.
      expect(code, `${command}: ${output}`).toBe(command === "pnpm api:diff" ? 1 : 0);
      return output;
    });
    const said = outputs.join("\n");
    const shown = blocksOf("text").filter((text) => !/^(node|npm) /.test(text));
    expect(shown).toHaveLength(2);
    const lines = shown.flatMap((text) => text.trimEnd().split("\n")).filter((line) => line.trim() !== "…");
    expect(lines.filter((line) => !said.includes(`${line}\n`))).toEqual([]);
    expect(tree.git("log", "--format=%s", "main..update")).toBe("Update to the newest upstream document");
    expect(tree.git("status", "--porcelain")).toBe("");
    const files = tree.git("diff", "--name-only", "main", "update").split("\n");
    expect(files).toEqual(
      expect.arrayContaining(["specs/voice.openapi.json", "packages/types/src/generated/openapi.ts"]),
    );
    expect(files.some((file) => file.startsWith(".changeset/"))).toBe(true);
  }, 120_000);
});
