import { jsonText } from "../../report.ts";
import type { FormerNames } from "../propose-aliases.ts";

/** Former names as they are written in `names.json`; empty where there is none. */
export function aliasesText(aliases: FormerNames): string {
  return Object.keys(aliases).length === 0 ? "" : jsonText({ aliases });
}
