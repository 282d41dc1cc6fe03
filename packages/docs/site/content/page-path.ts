import { original, prefix } from "../language-prefix.ts";

type Room = readonly [from: RegExp, to: (language: string, name: string) => string];

const rooms: readonly Room[] = [
  [/^docs\/generated\/([^/]+)\/([^/]+\.md)$/, (language, name) => `${prefix(language)}reference/${name}`],
  [/^docs\/guides\/([^/]+)\/([^/]+\.md)$/, (language, name) => `${prefix(language)}guides/${name}`],
  [/^docs\/site\/pages\/([^/]+)\/([^/]+\.md)$/, (language, name) => `${prefix(language)}${name}`],
  [/^(?!docs\/)([^/.]+)\/(README\.md)$/, (name) => `packages/${name}.md`],
];

/** Where the site has a file of `packages/`: `zh-CN/guides/errors.md`; undefined for one that is no page of it. */
export function pagePath(source: string): string | undefined {
  for (const [from, to] of rooms) {
    const match = from.exec(source);
    if (match !== null) return to(match[1] ?? "", match[2] ?? "");
  }
  return undefined;
}

/** The language that a page is written in, by its path on the site. */
export function pageLanguage(path: string, languages: readonly string[]): string {
  return languages.find((language) => language !== original && path.startsWith(prefix(language))) ?? original;
}
