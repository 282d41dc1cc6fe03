import type { Finding } from "./change.ts";
import { phrases } from "./phrases.ts";

/** Says in a sentence what changed. What a document says stands in it as it is: whoever prints it escapes it. */
export function messageOf({ kind, before = "", after = "" }: Finding, path: string): string {
  const words = { it: path === "" ? "the value" : `\`${path}\``, before, after };
  return phrases[kind].replace(/\{(it|before|after)\}/g, (_, word: keyof typeof words) => words[word]);
}
