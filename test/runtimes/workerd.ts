import { writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { build } from "esbuild";
import { inModules } from "./modules.ts";
import type { Runtime } from "./runtime.ts";

/** The runtime of Cloudflare Workers, without its compatibility with Node. Programs are bundled, as they are for it. */
export const workerd: Runtime = {
  name: "workerd",
  binary: inModules("@cloudflare/workerd-linux-64/bin/workerd"),
  async command(module) {
    const folder = dirname(module);
    // Workers do nothing before they are called, so the module is loaded by a test of theirs.
    const entry = `export default { async test() { await import(${JSON.stringify(`./${basename(module)}`)}); } };\n`;
    await build({
      stdin: { contents: entry, resolveDir: folder },
      bundle: true,
      format: "esm",
      platform: "neutral",
      conditions: ["workerd", "worker"],
      outfile: join(folder, "worker.js"),
    });
    const config = join(folder, "worker.capnp");
    await writeFile(config, configuration);
    return ["test", config];
  },
};

const configuration = `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "main", worker = (
      modules = [(name = "worker.js", esModule = embed "worker.js")],
      compatibilityDate = "2026-01-01",
    )),
    (name = "internet", network = (allow = ["local", "private", "public"])),
  ],
);
`;
