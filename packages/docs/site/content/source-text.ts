import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { contentFolder } from "./folders.ts";

/**
 * The Markdown of a page as a reader may have it: without the note on where it comes from, and with the code that a guide
 * takes in by `<<< ../code/file.ts#region`. What is generated takes in nothing and has no front matter, whatever it says.
 *
 * @throws where a guide asks for code that is not there
 */
export function sourceText(source: string): string {
  const file = resolve(contentFolder, source);
  const text = readFileSync(file, "utf8").replace(/^<!-- .*? -->\n+/, "");
  if (source.startsWith("docs/generated/")) return text.replace(/^(?=---)/, "\n");
  return text.replace(/^<<< (\S+?)(?:#([\w-]+))?(?:\{(\w+)\})?$/gm, (_, path: string, region, language) => {
    const target = resolve(dirname(file), path);
    if (!existsSync(target)) throw new Error(`${source} takes in ${path}, which is not there`);
    const code = regionOf(readFileSync(target, "utf8"), region, `${source}: ${path}`);
    return `\`\`\`${language ?? /\w+$/.exec(path)?.[0] ?? ""}\n${code}\n\`\`\``;
  });
}

/** The lines of a region, moved to the left as far as they go; all lines but the markers where no region is asked for. */
function regionOf(code: string, region: string | undefined, place: string): string {
  const lines = code.trimEnd().split("\n");
  const marker = (line: string) => /^\s*(?:\/\/|#) ?#(end)?region\b ?([\w-]*)/.exec(line);
  const start = region === undefined ? -1 : lines.findIndex((line) => marker(line)?.[2] === region);
  if (region !== undefined && start === -1) throw new Error(`${place} has no region ${region}`);
  const rest = lines.slice(start + 1);
  const end = region === undefined ? rest.length : endOf(rest.map(marker));
  const own = rest.slice(0, end).filter((line) => marker(line) === null);
  const margin = Math.min(...own.filter((line) => line.trim() !== "").map((line) => line.search(/\S/)));
  return own.map((line) => line.slice(margin)).join("\n");
}

/** The line that ends a region: regions may be in one another. */
function endOf(markers: readonly (RegExpExecArray | null)[]): number {
  let open = 1;
  const end = markers.findIndex((marker) => {
    if (marker !== null) open += marker[1] === "end" ? -1 : 1;
    return open === 0;
  });
  return end === -1 ? markers.length : end;
}
