import { writeFile } from "node:fs/promises";
import { defineConfig } from "tsdown";

const common = { entry: "src/index.ts", target: "es2022", platform: "neutral", fixedExtension: false } as const;

export default defineConfig([
  { ...common, format: "esm" },
  {
    ...common,
    format: "cjs",
    dts: true,
    // Both formats have the same types: one file has them, the other leads there. Half the size on the user's disk.
    onSuccess: () => writeFile("dist/index.d.ts", 'export * from "./index.cjs";\n'),
  },
]);
