import { readdirSync } from "node:fs";
import { original } from "../language-prefix.ts";
import { contentFolder } from "./folders.ts";

/** The languages that the reference is written in, the original first: `en`, `zh-CN`. */
export function languages(): string[] {
  const folders = readdirSync(`${contentFolder}/docs/generated`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== original)
    .map((entry) => entry.name);
  return [original, ...folders.sort()];
}
