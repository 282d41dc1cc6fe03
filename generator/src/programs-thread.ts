/** The thread that makes programs: it loads the compiler while the command reads the specs, and emits while that goes on. */
import { parentPort } from "node:worker_threads";
import { makePrograms } from "./make-programs.ts";
import type { Model } from "./model.ts";

parentPort?.once("message", (model: Model | undefined) => {
  if (model !== undefined) parentPort?.postMessage(makePrograms(model));
});
