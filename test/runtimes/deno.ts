import { inModules } from "./modules.ts";
import type { Runtime } from "./runtime.ts";

export const deno: Runtime = {
  name: "Deno",
  binary: inModules("@deno/linux-x64-glibc/deno"),
  command: (module) => ["run", "--allow-all", "--no-remote", "--node-modules-dir=manual", "--quiet", module],
};
