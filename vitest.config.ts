import { defineConfig } from "vitest/config";

/** Shared by every package: `vitest run` in one of them finds this file and looks at that package's own tests. */
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts", "*.test.ts"],
    typecheck: { include: ["test/**/*.test-d.ts"], ignoreSourceErrors: false },
  },
});
