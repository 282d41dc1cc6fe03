import { readFile, writeFile } from "node:fs/promises";
import { defineConfig } from "tsdown";

// A package of types has no code, but for client states: its other modules are empty, so that importing them by mistake does
// no harm.
const entry = ["src/index.ts", "src/client-state.ts"];
const common = { entry, target: "es2022", platform: "neutral", fixedExtension: false } as const;

export default defineConfig([
  { ...common, format: "esm", outputOptions: { comments: { jsdoc: false } } },
  {
    ...common,
    format: "cjs",
    outputOptions: { comments: { jsdoc: false } },
    dts: { oxc: true },
    async onSuccess() {
      // Both formats have the same types: one file has them, the other leads there. Half the size on the user's disk.
      await writeFile("dist/index.d.ts", 'export type * from "./index.cjs";\n');
      await writeFile("dist/client-state.d.ts", 'export * from "./client-state.cjs";\n');
      // The bundler indents by two spaces, which in a file this deep are a twentieth of it more than tabs.
      const types = await readFile("dist/index.d.cts", "utf8");
      await writeFile(
        "dist/index.d.cts",
        types.replace(/^(?: {2})+/gm, (spaces) => "\t".repeat(spaces.length / 2)),
      );
      const document = JSON.parse(await readFile("src/generated/openapi.json", "utf8"));
      await writeFile("dist/openapi.json", JSON.stringify(document));
    },
  },
]);
