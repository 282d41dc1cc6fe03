import { english } from "./en.ts";
import type { Words } from "./words.ts";
import { chinese } from "./zh-cn.ts";

/** The words of a language; English for one that the site has no words in. */
export function wordsOf(language: string): Words {
  return language === chinese.language ? chinese : english;
}
