import { defineConfig } from "vitest/config";

/** Shared by every package: `vitest run` in one of them finds this file and looks at that package's own tests. */
export default defineConfig({
  test: {
    // Files share what they load: the compiler takes longer to load than most of them take to run.
    isolate: false,
    // A machine that is busy with the other packages takes its time.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    include: ["test/**/*.test.ts", "*.test.ts"],
    typecheck: { include: ["test/**/*.test-d.ts"], ignoreSourceErrors: false },
  },
});
