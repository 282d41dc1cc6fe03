import type { Model, TextFile } from "../../model.ts";
import { changesPage } from "./changes-page.ts";
import { errorCodesPage } from "./error-codes-page.ts";
import { errorsPage } from "./errors-page.ts";
import { familyPage } from "./family-page.ts";
import { folderName } from "./folder-name.ts";
import { indexPage } from "./index-page.ts";
import { createReference, ownPages } from "./reference.ts";
import { texmlPage } from "./texml-page.ts";
import { wordsOf } from "./words/words-of.ts";

/** The reference in Markdown for one language: an index, a page a family, the errors, their codes, the forms of TeXML, changes. */
export function emitDocs(model: Model, language: string): TextFile[] {
  const words = wordsOf(language);
  const reference = createReference(model, words);
  const folder = `docs/generated/${folderName(language)}`;
  const file = (name: string, text: string): TextFile => ({ kind: "text", path: `${folder}/${name}.md`, text });
  return [
    file(ownPages.index, indexPage(reference)),
    ...model.families.map((family) => file(reference.pages.get(family.name) ?? "", familyPage(reference, family))),
    file(ownPages.errors, errorsPage(reference)),
    ...(model.errorCodes.length > 0 ? [file(ownPages.codes, errorCodesPage(reference))] : []),
    ...(model.texmlCallbacks.length > 0 ? [file(ownPages.texml, texmlPage(reference))] : []),
    ...(model.history.length > 0 ? [file(ownPages.changes, changesPage(model.history, words))] : []),
  ];
}
