import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { KillableProcesses } from "./killable-processes.ts";
import { type Note, readNotes } from "./notes.ts";
import { installPeers, peersFolder } from "./peers.ts";
import { freePort } from "./redis-server.ts";

/** Who plays: the processes, where deliveries go to, and what they have noted. */
export interface Cast {
  readonly urls: readonly string[];
  readonly processes: KillableProcesses;
  readonly notes: () => Note[];
  /** The events that count as failed, and are kept as such. */
  readonly failed?: () => Promise<readonly string[]>;
  /** Ends all, and removes what they wrote. */
  readonly stop: () => void;
}

/** Starts two servers of webhooks, which share a Redis, or remember on their own where no address of one is given. */
export async function startLossServers(redisUrl: string | undefined, publicKey: string): Promise<Cast> {
  installPeers();
  const folder = mkdtempSync(join(tmpdir(), "webhooks-loss-"));
  const [program, NOTES] = [join(folder, "server.mjs"), join(folder, "notes")];
  const entry = fileURLToPath(new URL("./loss-server.ts", import.meta.url));
  await build({ entryPoints: [entry], outfile: program, bundle: true, format: "esm", platform: "node" });
  const ports = [await freePort(), await freePort()];
  const shared = { ...process.env, PEERS: join(peersFolder, "package.json"), PUBLIC_KEY: publicKey, NOTES };
  const processes = new KillableProcesses(
    ports.map((port) => ({
      start: () => {
        const env = { ...shared, PORT: String(port), ...(redisUrl !== undefined && { REDIS_URL: redisUrl }) };
        return spawn(process.execPath, [program], { env, stdio: ["ignore", "ignore", "inherit"] });
      },
      isReady: (child) => readNotes(NOTES).some(({ word, pid }) => word === "listening" && pid === child.pid),
    })),
  );
  await processes.start();
  return {
    urls: ports.map((port) => `http://127.0.0.1:${port}/webhooks`),
    processes,
    notes: () => readNotes(NOTES),
    stop: () => {
      processes.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
