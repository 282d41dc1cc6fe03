import { queryTokens } from "./query-tokens.ts";
import { searchTokens } from "./search-tokens.ts";

/** How the index is made and asked. What is in here goes to the browser: functions as their sources. */
export const searchOptions = {
  options: { tokenize: searchTokens },
  searchOptions: {
    tokenize: queryTokens,
    combineWith: "AND" as const,
    prefix: (term: string) => term.length > 1,
    fuzzy: (term: string) => (term.length > 4 && /^[a-z]+$/.test(term) ? 0.2 : false),
    boost: { title: 4, titles: 1, text: 1 },
    // Operations and events come before their fields, whose anchors have dots; what changed once comes last.
    boostDocument: (id: string) =>
      /api-changes/.test(id) ? 0.2 : /\/reference\/.*#[^.]+$/.test(id) ? 4 : /#[^.]+$/.test(id) ? 2 : 1,
  },
};
