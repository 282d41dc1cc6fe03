import type { Model, TextFile } from "../../../model.ts";
import { folderName } from "../folder-name.ts";
import { languages } from "../languages/languages.ts";
import { wordsOf } from "../words/words-of.ts";
import { sharedParts } from "./shared-parts.ts";
import { skillNames } from "./skill-names.ts";
import { skillPage } from "./skill-page.ts";
import { skillReferences } from "./skill-references.ts";
import { skillSubject } from "./skill-subject.ts";

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
        return { kind: "text", path: `docs/skills/${name}/${path}`, text };
      });
    });
  });
}
