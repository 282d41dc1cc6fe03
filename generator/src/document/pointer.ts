/** JSON Pointers (RFC 6901) in their URI fragment form, `#/paths/~1calls/post`. */

/** The pointer that leads through these keys from the root of a document. */
export function toPointer(keys: readonly (string | number)[]): string {
  return `#${keys.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("")}`;
}

/** The keys of a local pointer, percent-decoded; undefined where the text is no local pointer. */
export function fromPointer(pointer: string): string[] | undefined {
  if (pointer === "#") return [];
  if (!pointer.startsWith("#/")) return undefined;
  // Most pointers hold nothing that is escaped.
  if (!/[%~]/.test(pointer)) return pointer.slice(2).split("/");
  try {
    return pointer
      .slice(2)
      .split("/")
      .map((key) => decodeURIComponent(key).replaceAll("~1", "/").replaceAll("~0", "~"));
  } catch {
    return undefined;
  }
}

/** The value that the keys lead to, own properties only; undefined where there is none. */
export function valueAt(root: unknown, keys: readonly (string | number)[]): unknown {
  let value = root;
  for (const key of keys) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string | number, unknown>)[key];
  }
  return value;
}
