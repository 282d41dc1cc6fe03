import { readFileSync } from "node:fs";

const text = readFileSync(new URL("../../packages/webhooks/README.md", import.meta.url), "utf8");

/** The programs of the package's README, by the file name that each begins with. */
export const readmePrograms: Readonly<Record<string, string>> = Object.fromEntries(
  [...text.matchAll(/```ts\n\/\/ (\S+)\n(.*?)```/gs)].map(([, name = "", code = ""]) => [name, code]),
);

/** How many blocks of code the README has. */
export const readmeBlocks = [...text.matchAll(/^```\w/gm)].length;
