import { type Fields, isFields } from "./fields.ts";

/**
 * Parses a query or a form with keys such as `data[payload][from]`, as far down as they go. All values are texts; a key
 * that ends in `[]` makes a list. The objects have no prototype, so that no key can reach one.
 */
export function parseQuery(text: string): Fields {
  const root: Fields = Object.create(null);
  new URLSearchParams(text).forEach((value, key) => {
    const names = key.split("[").map((part) => part.replace("]", ""));
    const isList = names.at(-1) === "";
    if (isList) names.pop();
    put(root, names, value, isList);
  });
  return root;
}

function put(root: Fields, names: readonly string[], value: string, isList: boolean): void {
  let node = root;
  for (const name of names.slice(0, -1)) {
    const known = node[name];
    const next = isFields(known) ? known : (Object.create(null) as Fields);
    node[name] = next;
    node = next;
  }
  const last = names.at(-1) ?? "";
  const before = node[last];
  node[last] = isList ? [...(Array.isArray(before) ? before : []), value] : value;
}
