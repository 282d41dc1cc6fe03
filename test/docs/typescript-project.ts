import { spawn } from "node:child_process";
import { symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { transformSync } from "esbuild";
import { installPacked } from "../packed.ts";
import { installPeers, peersFolder } from "../webhooks/peers.ts";
import { root } from "./pages.ts";

/** A program in the pages. */
export interface Program {
  /** Names its file and its address: `ts-17`. */
  readonly id: string;
  readonly code: string;
}

/** A request for what a program exports as `handle` or, as Next.js wants it, as `POST`. */
export interface Delivery {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What is given to each program that runs. */
export interface Surroundings {
  baseUrl(id: string): string;
  readonly publicKey: string;
  deliveries(id: string): readonly Delivery[];
}

/** How a program ended. */
export interface Outcome {
  readonly error?: string;
  readonly printed: string;
  /** What it answered to its deliveries. */
  readonly statuses?: readonly number[];
}

/** A project that has the packages from their tarballs, and what else the programs of the pages use. */
export interface TypescriptProject {
  /** What the compiler finds in programs, all of them at once: by the program, and without one where it is about none. */
  check(programs: readonly Program[]): readonly { readonly id?: string; readonly message: string }[];
  /** Runs programs one after the other in one process; those that never end have no outcome. */
  run(programs: readonly Program[], surroundings: Surroundings): Promise<ReadonlyMap<string, Outcome>>;
  remove(): void;
}

export function typescriptProject(): TypescriptProject {
  const { folder, remove } = installPacked();
  installPeers();
  const modules = join(folder, "node_modules");
  symlinkSync(join(peersFolder, "node_modules/telnyx"), join(modules, "telnyx"));
  symlinkSync(join(root, "packages/client/node_modules/undici"), join(modules, "undici"));
  symlinkSync(join(root, "packages/types/node_modules/zod"), join(modules, "zod"));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  for (const name of ["file", "greeting.mp3"]) writeFileSync(join(folder, name), "sound");
  return {
    check: (programs) => check(folder, programs),
    run: (programs, surroundings) => run(folder, programs, surroundings),
    remove,
  };
}

function check(folder: string, programs: readonly Program[]) {
  const ids = new Map(programs.map(({ id }) => [join(folder, `${id}.mts`), id]));
  for (const { id, code } of programs) writeFileSync(join(folder, `${id}.mts`), `${code}\nexport {};\n`);
  const require = createRequire(import.meta.url);
  const ts = require("typescript") as typeof import("typescript");
  const program = ts.createProgram([...ids.keys()], {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
    typeRoots: [dirname(dirname(require.resolve("@types/node/package.json")))],
    types: ["node"],
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    skipLibCheck: true,
  });
  return ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
    const id = file && ids.get(file.fileName);
    const line = file?.text.slice(file.text.lastIndexOf("\n", start) + 1).split("\n")[0];
    const message = `${line?.trim()}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
    return { ...(id !== undefined && { id }), message };
  });
}

async function run(folder: string, programs: readonly Program[], { baseUrl, publicKey, deliveries }: Surroundings) {
  const modules = programs.map(({ id, code }) => {
    const file = join(folder, `${id}.mjs`);
    writeFileSync(file, transformSync(code, { loader: "ts", format: "esm" }).code);
    return { id, file, baseUrl: baseUrl(id), deliveries: deliveries(id) };
  });
  const list = join(folder, "modules.json");
  writeFileSync(list, JSON.stringify(modules));
  const runner = fileURLToPath(new URL("run-modules.mjs", import.meta.url));
  const child = spawn(process.execPath, [runner, list], {
    cwd: folder,
    env: { ...process.env, TELNYX_API_KEY: "KEY", TELNYX_PUBLIC_KEY: publicKey },
    stdio: ["ignore", "pipe", "ignore"],
  });
  let output = "";
  for await (const text of child.stdout.setEncoding("utf8")) output += text;
  const outcomes = output.split("\n").filter((line) => line !== "");
  return new Map(
    outcomes.map((line) => {
      const { id, ...outcome } = JSON.parse(line) as Outcome & { readonly id: string };
      return [id, outcome];
    }),
  );
}
