import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { load } from "js-yaml";
import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import { changesetReport } from "../../../src/diff/report/changeset-report.ts";
import { githubReport } from "../../../src/diff/report/github-report.ts";
import { jsonReport } from "../../../src/diff/report/json-report.ts";
import { markdownReport, marker } from "../../../src/diff/report/markdown-report.ts";
import { textReport } from "../../../src/diff/report/text-report.ts";
import { acting, breaking, dangerous, docs, hostile, made, reportOf, safe } from "./made-report.ts";

const plain = (_: string, text: string) => text;
const accepted = { ...breaking, message: "let go", reason: "nobody uses it", by: "ada" };
const all = reportOf([breaking, dangerous, safe, docs], [accepted]);
const many = (change: ReturnType<typeof made>, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    ...change,
    owner: `schema S${index}`,
    message: `${change.message} ${index}`,
  }));
const bad = { owner: hostile, path: hostile, message: hostile, rule: "operation-removed", touched: [hostile] };
const hostileReport = {
  ...reportOf(
    [made({ ...bad, level: "breaking", typescript: "breaking" }), made({ ...bad, level: "dangerous" }), made(bad)],
    [{ ...breaking, ...bad, reason: hostile, by: hostile }],
  ),
  base: { name: hostile, sha256: "b" },
};

const former = { methods: { "calls.call": "calls.dial" }, types: {}, schemas: { call_error: "CallError" } };
const renamed = reportOf([breaking], [], "breaking", former);
const entries = { aliases: { methods: former.methods, schemas: former.schemas } };
const hostileNames = reportOf([breaking], [], "breaking", { schemas: { [`\`\`\`\n${hostile}`]: hostile } });

describe("textReport", () => {
  it("groups by weight and owner, and ends with the verdict", () => {
    expect(textReport(all, plain).split("\n")).toEqual([
      "main → specs",
      ...["", "breaking (1)", "  POST /calls", "    gone operation-removed"],
      ...["", "dangerous (1)", "  POST /calls", "    longer response-limit-loosened"],
      ...["", "safe (1)", "  POST /calls", "    `to` was added request-property-added"],
      ...["", "docs (1)", "  POST /calls", "    worded text-changed"],
      ...["", "accepted (1)", "  POST /calls let go operation-removed, by ada: nobody uses it"],
      ...["", "1 breaking, 1 dangerous, 1 safe, 1 docs, 1 accepted"],
      "On the wire breaking, for TypeScript breaking: a major version.",
    ]);
  });

  it("says where a change breaks but one of both", () => {
    const text = textReport(reportOf([{ ...breaking, level: "safe" }, made({ level: "breaking" })]), plain);
    expect(text).toContain("gone (for TypeScript alone)");
    expect(text).toContain("`to` was added (on the wire alone)");
  });

  it("gives the entries that keep former names working", () => {
    const [, given = ""] = textReport(renamed, plain).split("renamings break nobody:\n");
    expect(JSON.parse(given.slice(0, given.indexOf("\n\n")))).toEqual(entries);
    expect(textReport(all, plain)).not.toContain("names.json");
    expect(textReport(hostileNames, plain)).not.toMatch(acting);
  });

  it("lets no text of a document act on the terminal", () => {
    expect(textReport(hostileReport, plain)).not.toMatch(acting);
    expect(textReport(hostileReport, plain)).not.toMatch(/^(---|::)/m);
  });
});

describe("markdownReport", () => {
  it("begins with the marker, then the verdict; what breaks stands open, the rest is folded", () => {
    const text = markdownReport(all);
    expect(text.startsWith(`${marker}\n\n## API diff: major\n\n**On the wire breaking`)).toBe(true);
    const parts = text.split("<details>");
    expect(parts[0]).toContain("### Breaking (1)");
    expect(parts.slice(1).map((part) => /<summary>(.*)<\/summary>/.exec(part)?.[1])).toEqual([
      ...["Dangerous (1)", "Accepted (1)", "Safe (1)", "Words only (1)"],
    ]);
    expect(text).toContain("accepted by ada: nobody uses it");
  });

  it("folds the entries that keep former names working", () => {
    const text = markdownReport(renamed);
    expect(text.slice(text.indexOf("<summary>Names to keep"))).toContain("\n\n```json\n{");
    expect(JSON.parse(/```json\n(.*?)\n```/s.exec(text)?.[1] ?? "")).toEqual(entries);
    expect(markdownReport(all)).not.toContain("names.json");
    const html = new MarkdownIt({ html: true, linkify: true }).render(markdownReport(hostileNames));
    expect(html.match(/<(script|img|a) ?/g)).toBeNull();
    expect(html.match(/<details>/g)).toHaveLength(html.match(/<\/details>/g)?.length ?? 0);
  });

  it("says where to find more entries than a comment holds", () => {
    const schemas = Object.fromEntries(many(safe, 2000).map(({ owner }) => [owner, `${owner} again`]));
    const text = markdownReport(reportOf([breaking], [], "breaking", { schemas }));
    expect(text.length).toBeLessThan(60_000);
    expect(text).toContain("`pnpm api:diff` lists the entries");
  });

  it("keeps within what a comment holds, and says how much more there is", () => {
    const text = markdownReport(reportOf([...many(breaking, 2000), ...many(dangerous, 2000), ...many(safe, 2000)]));
    expect(text.length).toBeLessThan(60_000);
    expect(text).toMatch(/\n\+\d+ more\n/);
    expect(text).toContain("<summary>Safe (2000)</summary>");
    expect(text).toContain("\n+2000 more\n");
    const long = markdownReport(reportOf(many(made({ message: "`".repeat(1e5), touched: ["`".repeat(1e5)] }), 900)));
    expect(long.length).toBeLessThan(60_000);
  });

  it("lets no text of a document be markup, call on somebody or link", () => {
    const html = new MarkdownIt({ html: true, linkify: true }).render(markdownReport(hostileReport));
    expect(html.match(/<(script|img|a) ?/g)).toBeNull();
    expect(html.match(/<details>/g)).toHaveLength(html.match(/<\/details>/g)?.length ?? 0);
    const outsideOfCode = html.replace(/<code>.*?<\/code>/gs, "");
    expect(outsideOfCode).not.toMatch(/@org|https:\/\/|#1/);
    expect(html).not.toMatch(acting);
    expect(html).not.toContain("<strong>b");
  });
});

describe("jsonReport", () => {
  const schema = JSON.parse(readFileSync(new URL("../../../docs/diff/report.schema.json", import.meta.url), "utf8"));
  const validate = new Ajv2020({ allErrors: true, strict: true, strictRequired: false }).compile(schema);

  it.each([
    ["every level", all],
    ["nothing", reportOf([])],
    ["hostile text", hostileReport],
    ["renamings", renamed],
    ["hostile names", hostileNames],
  ])("of %s is of the published form", (_, report) => {
    expect(validate(JSON.parse(jsonReport(report))), JSON.stringify(validate.errors)).toBe(true);
    expect(jsonReport(report)).not.toMatch(acting);
  });

  it("is refused by the form with more or less in it", () => {
    const report = JSON.parse(jsonReport(all));
    for (const key of Object.keys(report)) expect(validate({ ...report, [key]: undefined, other: 1 })).toBe(false);
    expect(validate({ ...report, changes: [{ ...report.changes[0], reason: "r" }] })).toBe(false);
    expect(validate({ ...report, accepted: report.changes })).toBe(false);
  });
});

describe("githubReport", () => {
  const contract = { file: "specs/voice.openapi.json", text: '{\n  "paths": {\n    "/calls": {}\n  }\n}\n' };

  it("annotates the line of what is there, and of what the rest stood in", () => {
    const lines = githubReport(
      reportOf([
        { ...breaking, base: "#/paths/~1calls/post" },
        { ...dangerous, head: "#/paths" },
      ]),
      contract,
    ).split("\n");
    expect(lines).toEqual([
      "::error file=specs/voice.openapi.json,line=3,title=operation-removed (wire breaking%2C TypeScript breaking)::POST /calls: gone",
      "::warning file=specs/voice.openapi.json,line=2,title=response-limit-loosened (wire dangerous%2C TypeScript compatible)::POST /calls: longer",
      "::notice title=API diff::On the wire breaking, for TypeScript breaking: a major version. 1 breaking, 1 dangerous.",
    ]);
  });

  it("shows ten errors and ten warnings, the worst first, and counts the others", () => {
    const typesAlone = many({ ...breaking, level: "safe" }, 8);
    const lines = githubReport(reportOf([...typesAlone, ...many(breaking, 8), ...many(dangerous, 15)])).split("\n");
    const of = (kind: string) => lines.filter((line) => line.startsWith(`::${kind} `));
    expect([of("error").length, of("warning").length]).toEqual([10, 10]);
    expect(of("error").filter((line) => line.includes("wire breaking"))).toHaveLength(8);
    expect(of("notice")[0]).toBe("::notice title=API diff::+11 more, which `pnpm api:diff` lists");
  });

  it("tells what was accepted in one notice", () => {
    const lines = githubReport(reportOf([], [accepted, accepted])).split("\n");
    const told = "POST /calls: let go (ada: nobody uses it)";
    expect(lines[0]).toBe(`::notice title=Accepted changes::${told}%0A${told}`);
  });

  it("lets no text of a document begin a command, or another property", () => {
    const text = githubReport(hostileReport, { file: "a,b:c\n::error::", text: "{}" });
    expect(text.split("\n").map((line) => /^::(\w+) /.exec(line)?.[1])).toEqual([
      ...["error", "warning", "notice", "notice"],
    ]);
    expect(text).toContain("file=a%2Cb%3Ac%0A%3A%3Aerror%3A%3A,line=1,");
    expect(text).toContain("%250A");
    expect(text).not.toMatch(acting);
  });
});

describe("changesetReport", () => {
  const packages = ["@a/types", "@a/client"];

  it("gives the packages the bump, and tells what a reader of the changelog has to know", () => {
    expect(changesetReport(all, packages)).toBe(`---
"@a/types": major
"@a/client": major
---

The API has changed. On the wire breaking, for TypeScript breaking: a major version.

- \`POST /calls\`: gone (breaking on the wire, breaking for TypeScript)
- \`POST /calls\`: let go (breaking on the wire, breaking for TypeScript)
- \`POST /calls\`: longer (dangerous on the wire)
- \`POST /calls\`: \`to\` was added
`);
  });

  it("is none where nothing changed, and without a list where only words did", () => {
    expect(changesetReport(reportOf([]), packages)).toBeUndefined();
    expect(changesetReport(reportOf([docs]), packages)).toMatch(/a patch version\.\n$/);
  });

  it("counts what is too much for a changelog", () => {
    expect(changesetReport(reportOf(many(safe, 50)), packages)).toContain("\n- +10 more\n");
  });

  it("keeps its front matter whatever a document says", () => {
    const text = changesetReport(hostileReport, packages) ?? "";
    const [, matter = "", body = ""] = text.split(/^---$/m);
    expect(text.match(/^---$/gm)).toHaveLength(2);
    expect(load(matter)).toEqual({ "@a/types": "major", "@a/client": "major" });
    expect(new MarkdownIt({ html: true }).render(body)).not.toMatch(/<(script|img|hr|a) ?/);
  });
});
