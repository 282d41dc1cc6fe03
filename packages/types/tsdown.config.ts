import { defineConfig } from "tsdown";

export default defineConfig({
  entry: "src/index.ts",
  format: ["esm", "cjs"],
  target: "node20",
  dts: { oxc: true },
  // A package of types has no code: its modules are empty, so that importing them by mistake does no harm.
  platform: "neutral",
  fixedExtension: false,
});
