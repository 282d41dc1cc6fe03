import type { SpecsFiles } from "./specs-files.ts";

const [english, upstream] = ["wording/en.yaml", "wording/upstream.json"];

/**
 * What a comparison needs of two folders of specs: neither history nor translations; and where both have the same words,
 * none of them, since what is called the same is then described the same.
 */
export async function comparedFiles(base: SpecsFiles, head: SpecsFiles): Promise<(files: SpecsFiles) => SpecsFiles> {
  const [before, after] = await Promise.all([wordsOf(base), wordsOf(head)]);
  const isWorded = before.some((words, index) => words !== after[index]);
  const isNeeded = (path: string) => (path.startsWith("wording/") ? isWorded : !path.startsWith("history/"));
  return ({ list, read }) => ({
    list: async (folder) => {
      const names = await list(folder);
      const isTranslation = (name: string) => folder === "wording" && names.includes("en.yaml") && name !== "en.yaml";
      return names.filter((name) => isNeeded(`${folder}/${name}`) && !isTranslation(name));
    },
    read: async (path) => (isNeeded(path) ? read(path) : undefined),
  });
}

/** Undefined for what is absent and for what cannot be read, which is reported where it is needed. */
function wordsOf({ read }: SpecsFiles): Promise<readonly (string | undefined)[]> {
  return Promise.all([english, upstream].map((path) => read(path).catch(() => undefined)));
}
