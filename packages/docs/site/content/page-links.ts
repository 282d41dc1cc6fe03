import { existsSync, statSync } from "node:fs";
import { posix } from "node:path";
import { contentFolder } from "./folders.ts";
import { pagePath } from "./page-path.ts";

/** Where the site has a file of `packages/`; undefined where it has not got it. */
export type PathOf = (source: string) => string | undefined;

/**
 * Links between files made links between pages of the site. Where a file is no page, the text of the link stays. Blocks of
 * code stay as they are.
 */
export function pageLinks(text: string, source: string, pathOf: PathOf = pagePath): string {
  const parts = text.split(/(^(`{3,}|~{3,}).*?^\2`*$)/ms);
  // Two groups a separator: the block of code, and its fence.
  return parts
    .map((part, index) => {
      if (index % 3 === 2) return "";
      return index % 3 === 1
        ? part
        : part.replace(link, (whole, label, href) => linkText({ source, pathOf }, whole, label, href));
    })
    .join("");
}

/** A link with a text without brackets, to something beside the file. */
const link = /(?<!\\)\[((?:[^\]\\]|\\.)*)\]\((?![a-z][a-z\d+.-]*:|\/|#)([^\s()]+)\)/gi;

function linkText(
  { source, pathOf }: { source: string; pathOf: PathOf },
  whole: string,
  label: string,
  href: string,
): string {
  const [, path = "", hash = ""] = /^([^#]*)(#.*)?$/.exec(href) ?? [];
  let target = posix.join(posix.dirname(source), path);
  const onDisk = `${contentFolder}/${target}`;
  if (!existsSync(onDisk)) return whole.includes(".md") || path.startsWith("..") ? label : whole;
  if (statSync(onDisk).isDirectory()) target = posix.join(target, "README.md");
  const page = pathOf(target);
  if (page === undefined) return label;
  const own = pathOf(source) ?? source;
  const way = posix.relative(posix.dirname(own), page);
  return `[${label}](${way.startsWith(".") ? way : `./${way}`}${hash})`;
}
