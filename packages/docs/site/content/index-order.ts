import type { Page } from "./stage.ts";

/** The pages of a folder: its index, then those that the index links, in its order, then the others. */
export function inIndexOrder(folder: string, pages: readonly Page[]): Page[] {
  const own = pages.filter(({ path }) => path.startsWith(folder));
  const index = own.find(({ path }) => path === `${folder}index.md`);
  const linked = [...(index?.text ?? "").matchAll(/\]\(\.\/([\w.-]+\.md)/g)].map(([, name]) => `${folder}${name}`);
  const others = own.map(({ path }) => path).filter((path) => path !== index?.path);
  const order = new Set([...(index === undefined ? [] : [index.path]), ...linked, ...others]);
  return [...order].flatMap((path) => own.find((page) => page.path === path) ?? []);
}
