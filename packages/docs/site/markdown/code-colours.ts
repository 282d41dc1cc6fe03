import { createHighlighter } from "shiki";
import { htmlText } from "./html-text.ts";

/** What the theme tells apart in code. Each kind has a made-up colour, by which its tokens are known again. */
const kinds: readonly (readonly [name: string, scopes: readonly string[]])[] = [
  ["comment", ["comment", "punctuation.definition.comment"]],
  ["string", ["string", "punctuation.definition.string", "constant.other.symbol"]],
  ["keyword", ["keyword", "storage", "variable.language"]],
  ["constant", ["constant.numeric", "constant.language", "support.constant"]],
  ["function", ["entity.name.function", "support.function"]],
  ["type", ["entity.name.type", "support.type.primitive", "support.class", "entity.name.class"]],
  [
    "property",
    [
      "support.type.property-name",
      "meta.object-literal.key",
      "constant.other.option",
      "variable.other.assignment.shell",
    ],
  ],
];

const languages = ["ts", "js", "sh", "ruby", "json", "yaml", "html", "toml", "diff", "python", "xml"] as const;

/** Gives code its colours by classes, which the stylesheet colours for light and dark: far fewer bytes than styles. */
export async function codeColours(): Promise<(code: string, language: string) => string> {
  const colour = (index: number) => `#00000${index + 1}`;
  const theme = {
    name: "kinds",
    type: "light" as const,
    fg: "#000000",
    bg: "#ffffff",
    settings: kinds.map(([, scope], index) => ({ scope: [...scope], settings: { foreground: colour(index) } })),
  };
  const highlighter = await createHighlighter({ themes: [theme], langs: [...languages] });
  const names = new Map(kinds.map(([name], index) => [colour(index), name]));
  const known = new Set(highlighter.getLoadedLanguages());
  const drawn = new Map<string, string>();
  return (code, language) => {
    const key = `${language}\n${code}`;
    const lang = known.has(language) ? language : "text";
    const html =
      drawn.get(key) ?? draw(highlighter.codeToTokensBase(code.trimEnd(), { lang: lang as "ts", theme }), names);
    drawn.set(key, html);
    return html;
  };
}

type Line = readonly { readonly content: string; readonly color?: string }[];

function draw(lines: readonly Line[], names: ReadonlyMap<string, string>): string {
  return `<pre tabindex="0"><code>${lines.map((line) => lineText(line, names)).join("\n")}</code></pre>`;
}

/** Neighbours of one kind are one element, and what has no kind is none. */
function lineText(line: Line, names: ReadonlyMap<string, string>): string {
  const runs: { kind: string; text: string }[] = [];
  for (const { content, color = "" } of line) {
    const last = runs.at(-1);
    const kind = content.trim() === "" ? (last?.kind ?? "") : (names.get(color) ?? "");
    if (last?.kind === kind) last.text += content;
    else runs.push({ kind, text: content });
  }
  return runs
    .map(({ kind, text }) => (kind === "" ? htmlText(text) : `<i class="c-${kind}">${htmlText(text)}</i>`))
    .join("");
}
