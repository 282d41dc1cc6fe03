import { inModules } from "./modules.ts";
import type { Runtime } from "./runtime.ts";

/** Node of each version that is supported. */
export const nodes: readonly Runtime[] = ["20", "22", "24"].map((version) => ({
  name: `Node ${version}`,
  binary: inModules(`node-${version}/bin/node`),
  command: (module) => [module],
}));
