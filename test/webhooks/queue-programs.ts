import { spawn } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { freePort, GuidePrograms, isTaken } from "../guides/guide-programs.ts";
import { KillableProcesses } from "./killable-processes.ts";
import type { Cast } from "./loss-servers.ts";
import { readNotes } from "./notes.ts";
import { installPeers, loadPeer, peersFolder } from "./peers.ts";

/** The folder of the guide to the queue. */
export const queueGuide = "webhook-queue";

/**
 * What takes the place of the guide's `handle-event.ts`, for plays: it writes down that a job is begun, for the first time or
 * again, and that it is handled. One event in sixteen takes longer than the deadline of a delivery.
 */
const notingHandler = `import { appendFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
const note = (word, id) => appendFileSync(process.env.NOTES, \`\${word} \${id} \${process.pid} \${Date.now()}\\n\`);
export async function handleEvent({ data: { id } }, { isAgain }) {
  note(isAgain ? "begun-again" : "begun", id);
  await sleep(id.startsWith("0") ? 2_500 : Math.random() * 300);
  note("handled", id);
}
`;

/** Compiles the programs of the guide, with the queue installed beside the packages; throws where they do not compile. */
export function compileQueueGuide(): GuidePrograms {
  installPeers();
  const programs = new GuidePrograms([queueGuide], join(peersFolder, "node_modules"));
  const faults = programs.compile([queueGuide], { module: "nodenext", rewriteRelativeImportExtensions: true });
  if (faults !== "") throw new Error(faults);
  return programs;
}

/** Starts two of the guide's servers, processes 0 and 1, and two of its workers, 2 and 3. */
export async function startQueuePrograms(programs: GuidePrograms, redisUrl: string, publicKey: string): Promise<Cast> {
  const folder = join(programs.folder, queueGuide);
  const NOTES = join(mkdtempSync(join(programs.folder, "notes-")), "notes");
  writeFileSync(join(folder, "handle-event.js"), notingHandler);
  const env = { ...process.env, REDIS_URL: redisUrl, TELNYX_PUBLIC_KEY: publicKey, NOTES };
  const run = (file: string, more: object = {}) =>
    spawn(process.execPath, [join(folder, file)], { env: { ...env, ...more }, stdio: "ignore" });
  const ports = [await freePort(), await freePort()];
  const servers = ports.map((port) => ({
    start: () => run("server.js", { PORT: String(port) }),
    isReady: () => isTaken(port),
  }));
  const worker = { start: () => run("worker.js"), isReady: () => true };
  const processes = new KillableProcesses([...servers, worker, worker]);
  await processes.start();
  return {
    urls: ports.map((port) => `http://127.0.0.1:${port}/`),
    processes,
    notes: () => readNotes(NOTES),
    failed: () => failedEvents(redisUrl),
    stop: () => processes.stop(),
  };
}

interface Queue {
  getFailed(): Promise<readonly { readonly data: { readonly data: { readonly id: string } } }[]>;
  close(): Promise<void>;
}

async function failedEvents(url: string): Promise<readonly string[]> {
  const { Queue } = loadPeer<{ Queue: new (name: string, options: object) => Queue }>("bullmq");
  const queue = new Queue("webhooks", { connection: { url } });
  const jobs = await queue.getFailed();
  await queue.close();
  return jobs.map((job) => job.data.data.id);
}
