import { readFile, writeFile } from "node:fs/promises";
import { defineConfig } from "tsdown";

/** What docstrings say is in the types, where editors look for it, and not in the programs as well. */
const comments = { jsdoc: false };
const common = { target: "es2022", platform: "neutral", fixedExtension: false } as const;

/**
 * The codes of errors are a file of their own. Within one file their namespace is an object, which bundlers take as a
 * whole; a file's namespace they take apart, so that a program has the codes that it names.
 */
const codes = {
  ...common,
  entry: { "error-codes": "src/generated/error-codes.ts" },
  outputOptions: { comments },
};
const besideCodes = (extension: string) => ({
  ...common,
  // The entries of one build have their errors in common, so that `instanceof` knows the errors of all.
  entry: ["src/index.ts", "src/limiter.ts", "src/testing.ts"],
  deps: { neverBundle: [/\/error-codes\.ts$/] },
  outputOptions: {
    comments,
    paths: (id: string) => id.replace(/^.*\/error-codes\.ts$/, `./error-codes.${extension}`),
  },
});

/** Both formats have the same types: one file has them, the other leads there. Half the size on the user's disk. */
async function leadToTypes(...names: string[]): Promise<void> {
  for (const name of names) {
    await writeFile(`dist/${name}.d.ts`, `export * from "./${name}.cjs";\n`);
    // Tabs are half of what the bundler indents by.
    const types = await readFile(`dist/${name}.d.cts`, "utf8");
    await writeFile(
      `dist/${name}.d.cts`,
      types.replace(/^(?: {2})+/gm, (spaces) => "\t".repeat(spaces.length / 2)),
    );
  }
}

export default defineConfig([
  { ...codes, format: "esm" },
  { ...codes, format: "cjs", dts: true, onSuccess: () => leadToTypes("error-codes") },
  { ...besideCodes("js"), format: "esm" },
  { ...besideCodes("cjs"), format: "cjs", dts: true, onSuccess: () => leadToTypes("index", "limiter", "testing") },
]);
