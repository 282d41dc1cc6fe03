import { inModules } from "./modules.ts";
import type { Runtime } from "./runtime.ts";

export const bun: Runtime = {
  name: "Bun",
  binary: inModules("@oven/bun-linux-x64/bin/bun"),
  command: (module) => ["run", "--no-install", module],
};
