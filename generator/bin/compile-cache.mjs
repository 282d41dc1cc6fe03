import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import Module, { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Script } from "node:vm";

/** Files from this size, in bytes, are worth keeping in compiled form. */
const large = 100_000;

/**
 * Lets CommonJS files that are large (the compiler, above all) be compiled once a machine: V8's code is kept in the
 * folder, for each file by its path, size and time, and Node's version. Node 22 has the like built in; Node 20 has not.
 */
export function keepCompiled(folder) {
  const compile = Module.prototype._compile;
  Module.prototype._compile = function (content, file, ...rest) {
    if (content.length < large || content.startsWith("#!")) return compile.call(this, content, file, ...rest);
    const { size, mtimeMs } = statSync(file);
    const key = createHash("sha1")
      .update([process.version, process.arch, ...process.execArgv, file, size, mtimeMs].join("\n"))
      .digest("hex");
    const kept = join(folder, "v8", key);
    const cachedData = readIfAny(kept);
    const code = `(function (exports, require, module, __filename, __dirname) {${content}\n})`;
    const script = new Script(code, { filename: file, ...(cachedData && { cachedData }) });
    if (cachedData === undefined || script.cachedDataRejected) keepAtExit(script, kept);
    script.runInThisContext()(this.exports, createRequire(file), this, file, dirname(file));
  };
}

/** At exit the functions that ran are compiled as well, and are kept with the rest. */
function keepAtExit(script, file) {
  process.once("exit", () => {
    const draft = `${file}.${process.pid}`;
    try {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(draft, script.createCachedData());
      renameSync(draft, file);
    } catch {
      // A folder that cannot be written to costs time and nothing else; what fits of a file on a full disk goes again.
      removeIfAny(draft);
    }
  });
}

function readIfAny(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

function removeIfAny(file) {
  try {
    rmSync(file, { force: true });
  } catch {
    // It stays.
  }
}
