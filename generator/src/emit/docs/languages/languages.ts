import { curl } from "./curl.ts";
import type { Language } from "./language.ts";
import { ruby } from "./ruby.ts";
import { typescript } from "./typescript.ts";

/** The languages of the docs, in the order in which examples stand. */
export const languages: readonly Language[] = [typescript, curl, ruby];
