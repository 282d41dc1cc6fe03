import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { copyFile, mkdtemp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { bun } from "./bun.ts";
import { deno } from "./deno.ts";
import { installRuntimes } from "./modules.ts";
import { nodes } from "./node.ts";
import type { Runtime } from "./runtime.ts";
import { workerd } from "./workerd.ts";

/** The runtimes that the packages are for. */
export const runtimes: readonly Runtime[] = [...nodes, bun, deno, workerd];

/** Whether a runtime can be installed on this platform; installs them all on first use. */
export function isAvailable({ binary }: Runtime): boolean {
  installRuntimes();
  return existsSync(binary);
}

/**
 * Runs a program on a runtime, in a project that has the packed packages, and gives what it printed. The program is a
 * module that exports `run`, a function of one text that gives, or promises, the text to print.
 */
export async function runOn(runtime: Runtime, project: string, program: string, argument = ""): Promise<string> {
  const folder = await mkdtemp(join(project, "run-"));
  await copyFile(program, join(folder, "program.mjs"));
  // Deno resolves packages as Node does where there is a manifest.
  await writeFile(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  const main = join(folder, "main.mjs");
  await writeFile(main, `import { run } from "./program.mjs";\nconsole.log(await run(${JSON.stringify(argument)}));\n`);
  const command = await runtime.command(main);
  const { stdout } = await promisify(execFile)(runtime.binary, [...command], { cwd: folder, timeout: 60_000 });
  return stdout.trimEnd();
}
