import { findClosest } from "../find-closest.ts";

/**
 * Gives the example of a name.
 *
 * @throws {TypeError} where there is none, with the name that was probably meant
 */
export function exampleOf<Examples extends object, Name extends keyof Examples & string>(
  examples: Examples,
  name: Name,
): Examples[Name] {
  const names = Object.keys(examples);
  if (names.includes(name)) return examples[name];
  const closest = findClosest(name, names);
  throw new TypeError(`There is no "${name}"${closest === undefined ? "" : `: did you mean "${closest}"?`}`);
}
