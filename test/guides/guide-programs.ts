import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, readdirSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { connect, createServer } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { installPacked } from "../packed.ts";
import { compile } from "../webhooks/compile.ts";

const require = createRequire(import.meta.url);

/** Where the code of the guides lies, a folder a guide. */
export const codeFolder = fileURLToPath(new URL("../../packages/docs/guides/code/", import.meta.url));

/** A program of a guide that runs. */
export interface RunningProgram {
  /** Where it takes webhooks. */
  readonly url: string;
  readonly port: number;
  /** What it has printed so far. */
  readonly printed: () => string;
  /** Waits until it has printed that, or throws with what it has printed. */
  readonly prints: (text: string) => Promise<void>;
  /** Its exit code, once it ends by itself. */
  readonly ended: Promise<number | null>;
  readonly stop: () => Promise<void>;
  /** What Ctrl-C does. */
  readonly interrupt: () => void;
  readonly signal: (name: NodeJS.Signals) => void;
}

/** The code of some guides in a folder of their own, with the packages installed as a user would have them. */
export class GuidePrograms {
  readonly folder: string;
  readonly #remove: () => void;

  /** `peers` is a folder of modules beside the packages, with the frameworks that a guide is about. */
  constructor(guides: readonly string[], peers?: string) {
    const { folder, remove } = installPacked();
    [this.folder, this.#remove] = [folder, remove];
    writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
    for (const guide of guides) cpSync(join(codeFolder, guide), join(folder, guide), { recursive: true });
    // From here, and not from the packages, comes what a guide tells its reader to install beside them.
    for (const name of ["ws", "@types/ws"]) link(folder, name);
    if (peers !== undefined) linkAll(folder, peers);
  }

  /** Compiles all of the code at once, strictly; gives what the compiler finds fault with. */
  compile(guides: readonly string[], more: object = {}): string {
    const files = guides.flatMap((guide) =>
      readdirSync(join(codeFolder, guide), { encoding: "utf8", recursive: true }).map((file) => join(guide, file)),
    );
    const types = dirname(dirname(require.resolve("@types/node/package.json")));
    const options = { noEmit: false, typeRoots: [types], types: ["node"], noUncheckedIndexedAccess: true };
    const erasable = { erasableSyntaxOnly: true, verbatimModuleSyntax: true };
    return compile(
      this.folder,
      files.filter((file) => file.endsWith(".ts")),
      { ...options, ...erasable, ...more },
    ).faults;
  }

  /** Starts a compiled program, such as `inbound-ivr/server.ts`, and waits until it listens at its port, or has ended. */
  async start(file: string, environment: Readonly<Record<string, string>>): Promise<RunningProgram> {
    const program = await this.launch(file, environment);
    let hasEnded = false;
    void program.ended.then(() => (hasEnded = true));
    while (!hasEnded && !(await isTaken(program.port))) await sleep(25);
    return program;
  }

  /** Starts a compiled program that need not listen. */
  async launch(
    file: string,
    environment: Readonly<Record<string, string>>,
    args: readonly string[] = [],
  ): Promise<RunningProgram> {
    const port = await freePort();
    const env = { ...process.env, PORT: String(port), ...environment };
    const script = join(this.folder, file.replace(/\.ts$/, ".js"));
    const child = spawn(process.execPath, [script, ...args], { cwd: this.folder, env });
    let text = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => {
        text += chunk;
      });
    }
    const ended = once(child, "exit").then(([code]) => code as number | null);
    const prints = async (wanted: string) => {
      for (let tries = 0; !text.includes(wanted); tries++) {
        if (tries === 400) throw new Error(`${file} did not print ${JSON.stringify(wanted)}, but:\n${text}`);
        await sleep(25);
      }
    };
    const url = `http://127.0.0.1:${port}/`;
    const signal = (name: NodeJS.Signals) => void child.kill(name);
    const interrupt = () => signal("SIGINT");
    return { url, port, printed: () => text, prints, ended, stop: () => stop(child), interrupt, signal };
  }

  remove(): void {
    this.#remove();
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill();
  await ended;
}

function link(folder: string, name: string): void {
  const manifest = require.resolve(`${name}/package.json`);
  const target = join(folder, "node_modules", name);
  mkdirSync(dirname(target), { recursive: true });
  symlinkSync(realpathSync(dirname(manifest)), target);
}

/** Whether something listens at a port of loopback. */
export function isTaken(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => resolve(true));
    socket.on("connect", () => socket.destroy()).on("error", () => resolve(false));
  });
}

/** Links the modules of a folder, but for what is there already. */
function linkAll(folder: string, modules: string): void {
  const names = readdirSync(modules)
    .filter((entry) => !entry.startsWith("."))
    .flatMap((name) =>
      name.startsWith("@") ? readdirSync(join(modules, name)).map((one) => `${name}/${one}`) : [name],
    );
  for (const name of names) {
    const target = join(folder, "node_modules", name);
    mkdirSync(dirname(target), { recursive: true });
    if (!existsSync(target)) symlinkSync(join(modules, name), target);
  }
}

/** A port of loopback that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  await new Promise((closed) => server.close(closed));
  return port;
}
