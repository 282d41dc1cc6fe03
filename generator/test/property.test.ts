import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { StructureKind } from "ts-morph";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { jsdoc, jsdocCode } from "../src/emit/text/jsdoc.ts";
import { code, codeSpan, markdown, markdownProse, table } from "../src/emit/text/markdown.ts";
import { literal, member, propertyName, quotedName, valueText } from "../src/emit/text/typescript.ts";
import {
  camelCase,
  fileName,
  fileNames,
  isIdentifier,
  isMethodName,
  isTypeName,
  pascalCase,
  proposeEventName,
  proposeOperationName,
  words,
} from "../src/model/name.ts";
import { print } from "../src/print.ts";
import { fold, render } from "./hostile/markdown.ts";
import { payloads } from "./hostile/payloads.ts";

const evaluate = (text: string): unknown => new Function(`"use strict"; return (${text});`)();

/** What means something to one of the languages that are written, so that it comes up often. */
const pieces = [
  ...["*/", "/*", "*", "/", "//", "\\", "`", "``", '"', "'", "|", "\\|", "\n", "\r", "\r\n", "\u2028", "\u2029", "@"],
  ...["<", ">", "<b>", "<!--", "-->", "&lt;", "&#42;", "[", "](", ")", "![", "#", "- ", "+ ", "1. ", "=", "~~", "_"],
  ...[
    "{",
    "}",
    "\u0024{",
    "\u0000",
    " ",
    "  ",
    "\t",
    "\u00a0",
    "a",
    "B",
    "_",
    ".",
    "-",
    "0",
    "é",
    "电",
    "\ud800",
    "\udc00",
  ],
];
const anyText = fc.oneof(
  { weight: 4, arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join("")) },
  {
    weight: 2,
    arbitrary: fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 })
      .map((units) => String.fromCharCode(...units)),
  },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
  { weight: 1, arbitrary: fc.constantFrom(...payloads) },
);

/** Holds for some hundreds of texts, the same ones in each run. */
function always(holds: (text: string) => void, numRuns = 500): void {
  fc.assert(
    fc.property(anyText, (text) => void holds(text)),
    { numRuns, seed: 20_26 },
  );
}

describe("a comment", () => {
  it("does not end before its end", () => {
    always((text) => expect(jsdoc(text)).not.toContain("*/"));
    always((text) => expect(jsdocCode(text)).not.toMatch(/\*\/|\n/));
  });

  it("is all of what is printed beside what it belongs to", () => {
    always((text) => {
      const docs = [{ description: `${jsdoc(text)}\n\n${jsdocCode(text)}` }];
      const alias = { kind: StructureKind.TypeAlias, name: "A", type: "1", docs } as const;
      const structure = { kind: StructureKind.SourceFile as const, statements: [alias] };
      const [file] = print([{ kind: "source", path: "a.ts", structure }]);
      const { statements, ...source } = ts.createSourceFile("a.ts", file?.text ?? "", ts.ScriptTarget.ES2022, true);
      expect(statements.map(({ kind }) => kind)).toEqual([ts.SyntaxKind.TypeAliasDeclaration]);
      expect((source as { parseDiagnostics?: unknown[] }).parseDiagnostics).toEqual([]);
      const [statement] = statements;
      expect(statement && ts.getJSDocCommentsAndTags(statement)).toHaveLength(1);
      // The banner and the comment are all that stands before it.
      expect(statement && ts.getLeadingCommentRanges(file?.text ?? "", statement.pos)).toHaveLength(2);
      expect(statement && ts.getJSDocTags(statement).map(({ tagName }) => tagName.text)).toEqual([]);
    }, 300);
  });
});

describe("a file", () => {
  it("is read back as it was made, so that no run finds it stale", () => {
    always((text) => {
      const [file] = print([{ kind: "text", path: "a.md", text }]);
      expect(Buffer.from(file?.text ?? "").toString()).toBe(file?.text);
      expect(file?.text.endsWith(text.replace(/\p{Surrogate}/gu, "\ufffd"))).toBe(true);
    });
  });
});

describe("a literal", () => {
  it("is the text that it was made of", () => {
    always((text) => expect(evaluate(literal(text))).toBe(text));
    always((text) => expect(literal(text)).not.toMatch(/[\n\r\u2028\u2029]/));
  });

  it("is a key of an object that is the text, and nothing else of it", () => {
    for (const write of [propertyName, quotedName]) {
      always((text) => {
        const object = evaluate(`{ ${write(text)}: 1 }`) as object;
        expect(Object.entries(object)).toEqual([[text, 1]]);
        expect(Object.getPrototypeOf(object)).toBe(Object.prototype);
      });
    }
  });

  it("of any value of JSON is that value", () => {
    const { value: anyValue } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        anyText,
        fc.constantFrom(null, true, false, 0, -1, 1.5, 1e300),
        fc.array(tie("value"), { maxLength: 4 }),
        fc.array(fc.tuple(anyText, tie("value")), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
      ),
    }));
    const check = (value: unknown) => {
      expect(JSON.stringify(evaluate(valueText(value)))).toBe(JSON.stringify(value));
    };
    fc.assert(fc.property(anyValue, check), { numRuns: 500, seed: 20_26 });
  });

  it("is the one member that an access names", () => {
    always((text) => {
      const statement = ts.createSourceFile("a.ts", `type A = B${member(text)};`, ts.ScriptTarget.ES2022).statements[0];
      const type = statement && ts.isTypeAliasDeclaration(statement) ? statement.type : undefined;
      const index = type && ts.isIndexedAccessTypeNode(type) ? type.indexType : undefined;
      expect(index && ts.isLiteralTypeNode(index) && ts.isStringLiteral(index.literal) && index.literal.text).toBe(
        text,
      );
    });
  });
});

/** A text in a page, and what a reader sees of it. */
const seen = (page: string) => fold(render(page).text);
/** A parser of Markdown shows half a character, and a NUL, as a lost one. */
const parser = new MarkdownIt({ html: true });

describe("text in Markdown", () => {
  it("is shown as it is, and makes no element", () => {
    always((text) => {
      const page = `# ${markdown(text)}`;
      expect(seen(page)).toBe(fold(text));
      expect([...render(page).elements]).toEqual(["h1"]);
      expect(parser.render(markdown(text))).toMatch(/^(<p>[^<]*<\/p>\n)?$/);
    });
  });

  it("is code where it stands between backticks, when it is wording", () => {
    always((text) => {
      const { elements, text: shown } = render(markdownProse(text));
      expect([...elements].filter((name) => name !== "p" && name !== "code")).toEqual([]);
      expect(fold(shown).replace(/[`\s\\]/g, "")).toBe(fold(text).replace(/[`\s\\]/g, ""));
    });
  });

  it("is one span of code", () => {
    always((text) => {
      const page = codeSpan(text);
      expect(parser.render(page)).toMatch(/^<p><code>[^<]*<\/code><\/p>\n$/);
      expect(seen(page)).toBe(fold(text));
    });
  });

  it("is one cell of a table, as text, as wording and as code", () => {
    always((given) => {
      // Halves of characters that meet between two cells would be a whole one.
      const text = given.replace(/\p{Surrogate}/gu, "\ufffd");
      const page = table(["A", "B", "C"], [[markdown(text), markdownProse(text), code(text)]]);
      const { elements, tables, text: shown } = render(page);
      expect(tables).toEqual([[3, 3]]);
      expect([...elements].filter((name) => !/^(table|thead|tbody|tr|th|td|code)$/.test(name))).toEqual([]);
      expect(fold(shown.slice("ABC".length)).startsWith(fold(text))).toBe(true);
      expect(fold(shown).endsWith(fold(text))).toBe(true);
    });
  });
});

describe("a name", () => {
  it("is an identifier, whatever it is made of", () => {
    always((text) => {
      expect(isTypeName(pascalCase(text))).toBe(true);
      expect(isIdentifier(camelCase(text))).toBe(true);
      expect(words(text).every((word) => /^[A-Za-z0-9]+$/.test(word))).toBe(true);
    });
  });

  it("is the name of a file on every system, and the same when it is made twice", () => {
    always((text) => {
      const name = fileName(text);
      expect(name).toMatch(/^[a-z0-9][a-z0-9-]{0,81}$/);
      expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)$/);
      if (words(text).length > 0) expect(fileName(name)).toBe(name);
    });
  });

  it("is another one for each of several files", () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 20 }), (texts) => {
        const names = fileNames(texts);
        expect(new Set(names).size).toBe(texts.length);
        expect(names.filter((name) => !/^[a-z0-9][a-z0-9-]{0,90}$/.test(name))).toEqual([]);
      }),
      { numRuns: 100, seed: 20_26 },
    );
  });

  it("that is proposed is one that is allowed", () => {
    const methods = fc.constantFrom("get", "post", "put", "patch", "delete", "head", "options", "trace");
    const path = fc.array(fc.oneof(anyText, fc.constantFrom("actions", "calls", "{id}")), { maxLength: 5 });
    fc.assert(
      fc.property(methods, path, anyText, (method, segments, id) => {
        const name = proposeOperationName(method, `/${segments.join("/")}`, id);
        expect([isMethodName(name.method), isTypeName(name.type)], name.method).toEqual([true, true]);
        expect(isTypeName(proposeEventName(id).type)).toBe(true);
      }),
      { numRuns: 1_000, seed: 20_26 },
    );
  });
});
