import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

interface Index {
  search(query: string): readonly { readonly id: string }[];
}

const site = fileURLToPath(new URL("../../packages/docs/site/", import.meta.url));

/** How many milliseconds the built index of a language takes for each of the queries; the first one has warmed it up. */
export async function searchTimes(folder: string, locale: string, queries: readonly string[]): Promise<number[]> {
  const { searchOptions } = (await import(join(site, "search/search-options.ts"))) as {
    searchOptions: { readonly options: object; readonly searchOptions: object };
  };
  const chunks = join(folder, "assets/chunks");
  const name = readdirSync(chunks).find((file) => file.startsWith(`@localSearchIndex${locale}.`)) ?? "";
  const [, json = "''"] = /^const \w+\s*=\s*(.*);\s*export/s.exec(readFileSync(join(chunks, name), "utf8")) ?? [];
  const path = createRequire(join(site, "package.json")).resolve("minisearch");
  const { default: MiniSearch } = (await import(path)) as {
    default: { loadJSON(json: string, options: object): Index };
  };
  const index = MiniSearch.loadJSON(new Function(`return ${json}`)() as string, {
    fields: ["title", "titles", "text"],
    storeFields: ["title", "titles"],
    ...searchOptions.options,
    searchOptions: searchOptions.searchOptions,
  });
  index.search("call");
  return queries.map((query) => {
    const started = performance.now();
    index.search(query);
    return performance.now() - started;
  });
}
