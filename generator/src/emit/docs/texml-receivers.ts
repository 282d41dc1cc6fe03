import type { Model } from "../../model.ts";
import type { Language } from "./languages/language.ts";

/** What receives forms of TeXML, a report and the request that most ask for, in each language that has something for it. */
export function texmlReceivers(
  { texmlCallbacks }: Model,
  languages: readonly Language[],
): { fence: string; text: string }[] {
  const requests = texmlCallbacks.filter(({ isRequest }) => isRequest);
  const [request] = requests.sort((left, right) => right.askedBy.length - left.askedBy.length);
  const report = texmlCallbacks.find(({ isRequest }) => !isRequest);
  if (request === undefined || report === undefined) return [];
  return languages.flatMap(({ fence, texml }) =>
    texml === undefined ? [] : [{ fence, text: texml(request, report) }],
  );
}
