import { readFile, writeFile } from "node:fs/promises";
import { defineConfig } from "tsdown";
import { writeDeclarations } from "./write-declarations.ts";

const entry = {
  index: "src/index.ts",
  events: "src/generated/events.ts",
  "texml-callbacks": "src/generated/texml-callbacks.ts",
  "client-state": "src/client-state.ts",
};
// A package of types has no code, but for client states: its other modules are empty, so that importing them by mistake does
// no harm. What docstrings say is in the types, where editors look for it.
const outputOptions = { comments: { jsdoc: false } };
const common = {
  entry,
  outputOptions,
  target: "es2022",
  platform: "neutral",
  fixedExtension: false,
  dts: false,
} as const;

export default defineConfig([
  { ...common, format: "esm" },
  {
    ...common,
    format: "cjs",
    async onSuccess() {
      await writeDeclarations(Object.keys(entry));
      const document = JSON.parse(await readFile("src/generated/openapi.json", "utf8"));
      await writeFile("dist/openapi.json", JSON.stringify(document));
    },
  },
]);
