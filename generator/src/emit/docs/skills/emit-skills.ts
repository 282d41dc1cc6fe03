import { fileName, fileNames } from "../../../model/name.ts";
import type { Model, TextFile } from "../../../model.ts";
import { folderName } from "../folder-name.ts";
import { languages } from "../languages/languages.ts";
import { wordsOf } from "../words/words-of.ts";
import { sharedParts, skillPage } from "./skill-page.ts";
import { skillReferences } from "./skill-references.ts";
import { skillSubject } from "./skill-subject.ts";

/** Where the skills are, below the output folder. */
export const skillsFolder = "docs/skills";

/**
 * The skills in one natural language: a folder for each family and programming language. Agents open `SKILL.md`, which the
 * first language gets; what others add stands beside it.
 */
export function emitSkills(model: Model, language: string, isFirst: boolean): TextFile[] {
  const words = wordsOf(language);
  const ending = isFirst ? ".md" : `.${folderName(language)}.md`;
  return model.families.flatMap((family, index) => {
    const subject = skillSubject(model, words, family);
    const references = skillReferences(subject, ending);
    const shared = sharedParts(subject, references);
    return languages.flatMap((target) => {
      const name = skillNames(model, target.name)[index] ?? "";
      const page = skillPage(subject, name, target, shared);
      return [{ path: `SKILL${ending}`, text: page }, ...references].map(({ path, text }): TextFile => {
        return { kind: "text", path: `${skillsFolder}/${name}/${path}`, text };
      });
    });
  });
}

/** The most characters that the Agent Skills specification allows a name. */
const longest = 64;

/** How many of them a family may have, so that its skills are called alike in each programming language. */
const room = longest - "-99".length - Math.max(...languages.map(({ name }) => `-${name}`.length));

/** The names of the families' skills in a programming language, in the order of the families. */
export function skillNames(model: Model, language: string): string[] {
  const families = model.families.map((family) => fileName(family.name).slice(0, room));
  return fileNames(families).map((name) => `${name}-${language}`);
}
