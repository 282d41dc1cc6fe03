import { defineConfig } from "tsdown";

export default defineConfig({
  entry: "src/index.ts",
  format: ["esm", "cjs"],
  target: "es2022",
  platform: "neutral",
  dts: true,
  fixedExtension: false,
});
