import { useData } from "vitepress";
import { type ComputedRef, computed } from "vue";
import type { Words } from "../../words/words.ts";
import { wordsOf } from "../../words/words-of.ts";

/** The site's words in the language of the page that shows. */
export function usePageWords(): ComputedRef<Words> {
  const { lang } = useData();
  return computed(() => wordsOf(lang.value));
}
