import { fileName, fileNames } from "../../../model/name.ts";
import type { Model } from "../../../model.ts";
import { languages } from "../languages/languages.ts";

/** The most characters that the Agent Skills specification allows a name. */
const longest = 64;

/** How many of them a family may have, so that its skills are called alike in each programming language. */
const room = longest - "-99".length - Math.max(...languages.map(({ name }) => `-${name}`.length));

/** The names of the families' skills in a programming language, in the order of the families. */
export function skillNames(model: Model, language: string): string[] {
  const families = model.families.map((family) => fileName(family.name).slice(0, room));
  return fileNames(families).map((name) => `${name}-${language}`);
}
