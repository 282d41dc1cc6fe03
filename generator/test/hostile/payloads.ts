/** What a hostile specification would write wherever it may write anything. */

/** Text that would run if it ever stood in a program outside of its string or comment. */
const code = [
  "*/",
  "*/ globalThis.__canary = 1; /*",
  '"]; globalThis.__canary = 1; //',
  "'); globalThis.__canary = 1; //",
  "}; globalThis.__canary = 1; //",
  "\u0024{globalThis.__canary=1}",
  "`\u0024{globalThis.__canary=1}`",
  "\nglobalThis.__canary = 1;\n",
  "\rglobalThis.__canary = 2;\r",
  "\u2028globalThis.__canary = 3;\u2028",
  "\u2029globalThis.__canary = 4;\u2029",
  "// \n globalThis.__canary = 5",
  "@evil */",
  "x @evil {@evil} *@evil\n@evil",
  "**/*/",
  "`",
  '"',
  "'",
  "\\",
  "a\\",
  '\\"',
  "\\*/",
  "\\u002a/",
];

/** Text that would be markup, front matter or another cell, heading or item if it ever stood in Markdown outside of it. */
const markdown = [
  "|",
  "\\|",
  "a | b | c",
  "\n| a |\n| --- |\n",
  "```\n# heading\n```",
  "~~~",
  "# heading",
  "\n\n# heading\n\n",
  "heading\n===",
  "---",
  "---\ntitle: x\n---",
  "title: x",
  "- item",
  "1. item",
  "> quote",
  "    indented",
  "[link](https://evil.example)",
  "![image](https://evil.example/a.png)",
  "[link]: https://evil.example",
  "<https://evil.example>",
  "</a>](javascript:alert(1)) [x](https://evil.example",
  "<script>globalThis.__canary = 1</script>",
  "<img src=x onerror=alert(1)>",
  "<!-- comment",
  "--> <b>bold</b>",
  "<![CDATA[",
  "<?php",
  "&lt;b&gt; &#42;",
  "`a``<b>`",
  "``<b>`",
  "**bold** _em_ ~~gone~~",
  "{{ template }} {% tag %} <Component />",
];

/** Text that would lead out of a folder, or that a system does not take, if it were the name of a file. */
const paths = [
  "../../x",
  "..\\..\\x",
  "/etc/passwd",
  "C:\\x",
  ".",
  "..",
  "a\u0000b",
  "con",
  "NUL.txt",
  "aux ",
  "index",
  "INDEX",
  "x".repeat(5_000),
  `${"x".repeat(5_000)}y`,
  "aB cD ".repeat(40),
  `${"aB cD ".repeat(40)}z`,
];

/** Names that mean something to the language, or to the tools that are given them. */
const names = [
  ...["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf", "then", "default", "delete"],
  ...["undefined", "promise", "resources", "response", "send", "request options", "operations", "components", "$ref"],
  ...["VoiceEvent", "Contract", "discriminator", "allOf", "properties", "Infinity", "NaN", "1e+21", "-1", "0"],
  // As a status this is a number beyond all numbers.
  "0".repeat(400),
  ...["%", "%zz", "%2F", "~1", "~0", "~", "a#/b", "a#/%zz", "#/components/schemas/x", "\ue000", "\ue000p", "*\ue000n/"],
  ...["电话", "会议", "İ", "\u202eabc", "\ufeff", "\ud800", "a\udfff b", "😀", " ", "\t", "{", "}", "{}", "{a}{b}"],
];

export const payloads: readonly string[] = [...new Set([...code, ...markdown, ...paths, ...names])];
