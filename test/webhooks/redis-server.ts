import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** A Redis of our own: on a free port of loopback, in a folder of its own, which goes with it. */
export interface RedisServer {
  readonly url: string;
  /** Sends a signal to it, such as `SIGSTOP`, after which it neither answers nor refuses. */
  readonly signal: (name: NodeJS.Signals) => void;
  /** Kills it and starts it anew, with what it has kept on the disk. */
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Whether this machine has `redis-server`. Debian's package of that name has it. */
export const hasRedis = spawnSync("redis-server", ["--version"]).status === 0;

/** Starts Redis and waits until it answers. It keeps nothing on the disk, or each change before it answers. */
export async function startRedis({ isDurable = false } = {}): Promise<RedisServer> {
  const folder = await mkdtemp(join(tmpdir(), "redis-"));
  const port = await freePort();
  const words = ["--port", port, "--bind", "127.0.0.1", "--dir", folder, "--save", ""];
  words.push("--appendonly", isDurable ? "yes" : "no", "--appendfsync", "always");
  const start = async () => {
    const child = spawn("redis-server", words.map(String), { stdio: ["ignore", "pipe", "inherit"] });
    await readyLine(child);
    return child;
  };
  const end = async (name: NodeJS.Signals) => {
    const ended = once(child, "exit");
    child.kill(name);
    await ended;
  };
  let child = await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    signal: (name) => void child.kill(name),
    restart: async () => {
      await end("SIGKILL");
      child = await start();
    },
    stop: async () => {
      await end("SIGKILL");
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function readyLine(child: ChildProcess): Promise<void> {
  let printed = "";
  child.stdout?.on("data", (chunk) => {
    printed += chunk;
  });
  for (let tries = 0; tries < 200; tries++) {
    if (printed.includes("Ready to accept connections")) return;
    if (child.exitCode !== null) break;
    await sleep(25);
  }
  throw new Error(`redis-server did not start:\n${printed}`);
}

/** Finds a port of loopback that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  await new Promise((closed) => server.close(closed));
  return port;
}
