import type { Model } from "../../model.ts";
import type { Language } from "./languages/language.ts";

/** What receives the forms of TeXML, in each language that has something for it. */
export function texmlReceivers(
  { texmlCallbacks }: Model,
  languages: readonly Language[],
): { fence: string; text: string }[] {
  const request = texmlCallbacks.find(({ isRequest }) => isRequest);
  const report = texmlCallbacks.find(({ isRequest }) => !isRequest);
  if (request === undefined || report === undefined) return [];
  return languages.flatMap(({ fence, texml }) =>
    texml === undefined ? [] : [{ fence, text: texml(request, report) }],
  );
}
