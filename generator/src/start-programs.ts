import { Worker } from "node:worker_threads";
import type { MakePrograms } from "./make-programs.ts";
import type { PrintedFile } from "./printed-file.ts";

/** A thread that makes the programs of one model, or is told that there is none to come. */
export interface ProgramsThread {
  readonly make: MakePrograms;
  readonly end: () => void;
}

/** Megabytes for schemas within schemas: each level takes several calls. */
const stackSizeMb = 64;

/** Starts the thread of `programs-thread.ts` from the file that loads it. Loading the compiler takes it about 0.25 s. */
export function startPrograms(file: string): ProgramsThread {
  const thread = new Worker(file, { resourceLimits: { stackSizeMb } });
  const files = new Promise<PrintedFile[]>((resolve, reject) => {
    const tell = () => reject(new Error("The thread that makes programs ended without them."));
    thread.once("message", resolve).once("error", reject).once("exit", tell);
  });
  // Where a run ends early, nobody waits for them.
  files.catch(() => {});
  return {
    make(model) {
      thread.postMessage(model);
      return files;
    },
    end() {
      thread.postMessage(undefined);
    },
  };
}
