// What it costs a process to load a client.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { clients, mapValues, medianOf } from "./clients.mjs";

const forms = {
  esm: { extension: "mjs", load: (specifier) => `import "${specifier}";\n` },
  cjs: { extension: "cjs", load: (specifier) => `require("${specifier}");\n` },
};

/**
 * The milliseconds that a fresh process takes to load each client, as an ES module or by `require`, less those of a
 * process that loads nothing.
 */
export function importTime({ folder }, form, rounds) {
  const { extension, load } = forms[form];
  const fileOf = (name) => join(folder, `load-${name}.${extension}`);
  writeFileSync(fileOf("nothing"), "");
  for (const [name, specifier] of Object.entries(clients)) writeFileSync(fileOf(name), load(specifier));
  const { nothing, ...medians } = medianOf(
    rounds,
    (name) => {
      const start = performance.now();
      execFileSync(process.execPath, [fileOf(name)]);
      return performance.now() - start;
    },
    ["nothing", ...Object.keys(clients)],
  );
  return mapValues(medians, (median) => median - nothing);
}
