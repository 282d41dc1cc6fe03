import { existsSync } from "node:fs";
import { posix } from "node:path";

// A fence with all that it holds, or a code span: what looks like a link in there is none.
const code = /^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*?^ {0,3}\1[^\n]*$|(`+)(?!`)[\s\S]*?[^`]\2(?!`)/gm;
// Where a link's target begins: inline, in a definition, in HTML.
const target = /(\]\(\s*<?|^ {0,3}\[[^\]\n]+\]:\s*<?|\b(?:href|src)=["'])([^)\s"'<>]+)/gm;

/**
 * A README with its relative links made absolute, so that they lead somewhere from npm. `folder` is the README's, such as
 * `packages/client`; links within the page (`#…`) stay. Throws where a link leads to no file.
 */
export function linkReadme(text, folder, repository) {
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(code)) {
    parts.push(link(text.slice(end, match.index)), match[0]);
    end = match.index + match[0].length;
  }
  return [...parts, link(text.slice(end))].join("");

  function link(prose) {
    return prose.replace(target, (whole, before, href) => {
      if (/^(?:#|[a-z][a-z\d+.-]*:|\/\/)/i.test(href)) return whole;
      const [, path, anchor] = /^([^#?]*)(.*)$/.exec(href);
      const place = path.startsWith("/") ? path.slice(1) : posix.join(folder, path);
      if (place.startsWith("..") || !existsSync(decodeURIComponent(place))) {
        throw new Error(`${folder}/README.md has a link to ${href}, where nothing is.`);
      }
      return `${before}${repository}/blob/HEAD/${place}${anchor}`;
    });
  }
}
