// Starts the thread that makes programs, from the bundle that `telnyx-voice.mjs` has made.
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { keepCompiled } from "./compile-cache.mjs";

const cache = join(dirname(dirname(fileURLToPath(import.meta.url))), ".cache");
keepCompiled(cache);
createRequire(import.meta.url)(join(cache, "programs-thread.cjs"));
