import { defineConfig } from "tsdown";

export default defineConfig({
  entry: { index: "src/index.ts", redis: "src/redis/index.ts", testing: "src/testing/index.ts" },
  format: ["esm", "cjs"],
  target: "es2022",
  platform: "neutral",
  dts: true,
  fixedExtension: false,
});
