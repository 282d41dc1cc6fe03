import { defineConfig } from "vitest/config";

/** For a run over the whole workspace from its root; `pnpm test` runs each package on its own through turbo. */
export default defineConfig({ test: { projects: ["generator", "packages/*", "test"] } });
