import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readdirSync, statSync, truncateSync } from "node:fs";
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
  /** Kills it and starts it anew, at once or after some seconds, with what it has kept on the disk. */
  readonly restart: (seconds?: number) => Promise<void>;
  /** Has it neither answer nor refuse for some seconds. */
  readonly hang: (seconds: number) => Promise<void>;
  /** Has it end as it should, and starts it anew. */
  readonly restartCleanly: () => Promise<void>;
  /** How many bytes it has written to the disk. */
  readonly written: () => number;
  /** Kills it, takes away what it wrote after so many bytes, which it might not have written yet, and starts it anew. */
  readonly restartAt: (written: number) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Whether this machine has `redis-server`. Debian's package of that name has it. */
export const hasRedis = spawnSync("redis-server", ["--version"]).status === 0;

/** When Redis writes a change to the disk: never, every second, or always before it answers. */
export type Persistence = "none" | "everysec" | "always";

/** Starts Redis and waits until it answers. */
export async function startRedis(persistence: Persistence = "none"): Promise<RedisServer> {
  const folder = await mkdtemp(join(tmpdir(), "redis-"));
  const port = await freePort();
  const words = ["--port", port, "--bind", "127.0.0.1", "--dir", folder, "--save", ""];
  if (persistence !== "none") words.push("--appendonly", "yes", "--appendfsync", persistence);
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
  const appended = () => {
    const logs = join(folder, "appendonlydir");
    const [name = ""] = readdirSync(logs).filter((file) => file.endsWith(".incr.aof"));
    return join(logs, name);
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    signal: (name) => void child.kill(name),
    restart: async (seconds = 0) => {
      await end("SIGKILL");
      await sleep(seconds * 1000);
      child = await start();
    },
    hang: async (seconds) => {
      child.kill("SIGSTOP");
      await sleep(seconds * 1000);
      child.kill("SIGCONT");
    },
    restartCleanly: async () => {
      await end("SIGTERM");
      child = await start();
    },
    written: () => statSync(appended()).size,
    restartAt: async (written) => {
      await end("SIGKILL");
      truncateSync(appended(), written);
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
