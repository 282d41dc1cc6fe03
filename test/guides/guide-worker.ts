import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { build } from "esbuild";
import { workerd } from "../runtimes/workerd.ts";
import { freePort, isTaken } from "./guide-programs.ts";

/** A Worker that serves on loopback. */
export interface RunningWorker {
  readonly url: string;
  /** What it has printed so far. */
  readonly printed: () => string;
  readonly stop: () => Promise<void>;
}

/** Bundles a compiled module as a Worker and serves it, with texts as the bindings of its environment. */
export async function startWorker(
  folder: string,
  module: string,
  environment: Readonly<Record<string, string>>,
): Promise<RunningWorker> {
  const conditions = ["workerd", "worker"];
  const outfile = join(folder, "worker.js");
  await build({
    entryPoints: [join(folder, module)],
    bundle: true,
    format: "esm",
    platform: "neutral",
    conditions,
    outfile,
  });
  const port = await freePort();
  const bindings = Object.entries(environment).map(([name, text]) => `(name = "${name}", text = "${text}")`);
  const config = join(folder, "worker.capnp");
  writeFileSync(config, configuration(port, bindings.join(", ")));
  const child = spawn(workerd.binary, ["serve", config], { cwd: folder });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      text += chunk;
    });
  }
  while (child.exitCode === null && !(await isTaken(port))) await sleep(25);
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill();
    await ended;
  };
  return { url: `http://127.0.0.1:${port}/`, printed: () => text, stop };
}

function configuration(port: number, bindings: string): string {
  return `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "main", worker = (
      modules = [(name = "worker.js", esModule = embed "worker.js")],
      bindings = [${bindings}],
      compatibilityDate = "2026-01-01",
    )),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);
`;
}
