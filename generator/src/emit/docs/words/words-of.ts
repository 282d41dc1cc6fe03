import { en } from "./en.ts";
import type { Words } from "./words.ts";
import { zhCn } from "./zh-cn.ts";

/** By the language of the wording, in lower case. */
const byLanguage = new Map([
  ["en", en],
  ["zh-cn", zhCn],
]);

/** The words of a wording's language; English where there are none. */
export function wordsOf(language: string): Words {
  return byLanguage.get(language.toLowerCase()) ?? en;
}
