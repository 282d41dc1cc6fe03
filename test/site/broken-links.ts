import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, posix } from "node:path";

/** The pages of a built site, as paths with a slash in front. */
export function htmlPages(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true }).map((name) => `/${String(name).replaceAll("\\", "/")}`);
  return files.filter((name) => name.endsWith(".html") && name !== "/404.html").sort();
}

/** The links of a built site that lead to no file of it, or to an anchor that its page does not have. */
export function brokenLinks(folder: string): { readonly broken: readonly string[]; readonly count: number } {
  const anchors = new Map<string, ReadonlySet<string>>();
  const broken: string[] = [];
  let count = 0;
  for (const page of htmlPages(folder)) {
    const html = readFileSync(join(folder, page), "utf8");
    for (const [, href = ""] of html.matchAll(/<a [^>]*?href="([^"]*)"/g)) {
      if (/^[a-z][a-z\d+.-]*:/i.test(href)) continue;
      count++;
      const [path = "", hash = ""] = text(href).split("#");
      const target = path === "" ? page : asFile(posix.resolve(posix.dirname(page), decodeURI(path)), path);
      const file = join(folder, target);
      if (!existsSync(file) || !statSync(file).isFile()) broken.push(`${page}: ${href}`);
      else if (hash !== "" && !anchorsOf(file).has(decodeURIComponent(hash))) broken.push(`${page}: ${href}`);
    }
  }
  return { broken: [...new Set(broken)], count };

  function anchorsOf(file: string): ReadonlySet<string> {
    const known = anchors.get(file);
    if (known !== undefined) return known;
    const found = readFileSync(file, "utf8").matchAll(/ id="([^"]*)"/g);
    const own = new Set([...found].map(([, id = ""]) => text(id)));
    anchors.set(file, own);
    return own;
  }
}

function asFile(path: string, written: string): string {
  return written.endsWith("/") ? posix.join(path, "index.html") : path;
}

function text(attribute: string): string {
  return attribute.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
