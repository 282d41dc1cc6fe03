/** What is left as it is, though it need not be: a colon means nothing in a path, an exclamation mark much in a shell. */
function urlPart(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd"))
    .replaceAll("%3A", ":")
    .replaceAll("!", "%21");
}

/** A path of the document with values for `{its parameters}`; nothing in it means anything to a shell or to curl. */
export function urlPath(template: string, values: Readonly<Record<string, unknown>>): string {
  return template
    .split(/(\{[^{}]*\})/)
    .map((part, index) => {
      if (index % 2 === 0) return part.split("/").map(urlPart).join("/");
      const value = values[part.slice(1, -1)];
      return urlPart(typeof value === "object" ? JSON.stringify(value) : String(value));
    })
    .join("");
}

/** `?a=b&filter[c]=d`, objects with brackets and lists as repeated keys with `[]`; empty where there is nothing. */
export function urlQuery(query: Readonly<Record<string, unknown>>): string {
  const pairs = urlPairs(query, "[]").map(([name, value]) => `${name}=${urlPart(value)}`);
  return pairs.length === 0 ? "" : `?${pairs.join("&")}`;
}

/** The pairs of a form or a query: names that are written already, and values as they are. */
export function urlPairs(value: unknown, listMark: string, name = ""): [string, string][] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item) => urlPairs(item, listMark, `${name}${listMark}`));
  if (typeof value !== "object") return [[name, String(value)]];
  return Object.entries(value).flatMap(([key, item]) =>
    // `page[number]` may be a name as it stands.
    urlPairs(item, listMark, name === "" ? urlName(key) : `${name}[${urlPart(key)}]`),
  );
}

function urlName(name: string): string {
  return urlPart(name).replaceAll("%5B", "[").replaceAll("%5D", "]");
}
