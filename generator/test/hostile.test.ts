import { join } from "node:path";
import { load } from "js-yaml";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { methods, type OpenApiDocument } from "../src/document/openapi.ts";
import { en } from "../src/emit/docs/words/en.ts";
import { mend } from "../src/mend.ts";
import { strip } from "../src/strip.ts";
import { callAll } from "./hostile/call-all.ts";
import { eventOf } from "./hostile/document.ts";
import { fold, render } from "./hostile/markdown.ts";
import { payloads } from "./hostile/payloads.ts";
import { type Outcome, runRaw, runSynced } from "./hostile/pipeline.ts";
import { rubyProgram } from "./hostile/ruby.ts";
import { curlArguments } from "./hostile/shell.ts";
import {
  addHandwritten,
  memberNames,
  runGenerated,
  statementKinds,
  tagNames,
  typeErrors,
} from "./hostile/typescript.ts";
import { methodDocs } from "./method-docs.ts";
import { runExample } from "./run-example.ts";

/** What of a specification is left once its prose is gone: the wording is not part of the comparison. */
const facts = (document: OpenApiDocument) => JSON.parse(JSON.stringify(strip(document, "").contract));

describe.each([
  ["through sync, with upstream's texts", runSynced],
  ["as it is, with texts of our own", runRaw],
])("a hostile document %s", (_, run) => {
  let outcome: Outcome;
  const filesOf = (ending: string) => Object.entries(outcome.files).filter(([path]) => path.endsWith(ending));
  const pagesBelow = (name: string) => filesOf(".md").filter(([path]) => path.startsWith(`out/docs/${name}/`));
  const file = (path: string) => outcome.files[`out/${path}`] ?? "";

  beforeAll(async () => {
    outcome = await run();
  }, 60_000);
  afterAll(() => outcome?.remove());

  describe("as files", () => {
    it("stays inside of the generated folders", () => {
      const folders = /^out\/((types\/src|client\/src|webhooks\/src|docs)\/generated|docs\/skills)\//;
      expect(Object.keys(outcome.files).filter((path) => !folders.test(path))).toEqual([]);
      expect(pagesBelow("generated")).toHaveLength(payloads.length + 2);
      expect(pagesBelow("skills")).toHaveLength(payloads.length * 3 * 4);
    });

    it("has names that every system takes", () => {
      const names = Object.keys(outcome.files).flatMap((path) => path.split("/"));
      const safe = /^(?!(con|prn|aux|nul|com\d|lpt\d)(\.|$))(SKILL|[a-z0-9][a-z0-9-]{0,89})(\.(ts|json|md|txt))?$/;
      expect(names.filter((name) => !safe.test(name))).toEqual([]);
    });

    it("holds the contract as JSON, with nothing lost and nothing added", () => {
      const written = JSON.parse(file("types/src/generated/openapi.json"));
      expect(facts(written)).toEqual(facts(mend(outcome.contract).value));
    });
  });

  describe("as programs", () => {
    it("has the statements that are always there, in every file", () => {
      const programs = filesOf(".ts");
      const declarations = ["ExportDeclaration", "ImportDeclaration", "InterfaceDeclaration", "TypeAliasDeclaration"];
      const allowed = [...declarations, "FirstStatement"];
      expect(programs.filter(([, text]) => statementKinds(text).some((kind) => !allowed.includes(kind)))).toEqual([]);
    });

    it("has no tag in its comments that a text brought along", () => {
      const programs = filesOf(".ts").map(([, text]) => text);
      expect(programs.filter((text) => /^\s*\/?\*.*\\@evil/m.test(text))).not.toEqual([]);
      expect(programs.flatMap((text) => text.match(/^\s*\/?\*.*[\s*{]@evil.*$/gm) ?? [])).toEqual([]);
      const known = ["constant", "default", "deprecated", "description", "enum", "example"];
      expect(programs.flatMap((text) => [...tagNames(text)].filter((name) => !known.includes(name)))).toEqual([]);
    });

    it("has one example in the comment of each method: a call of that method, and nothing else", async () => {
      const methods = filesOf(".ts").flatMap(([, text]) => methodDocs(text));
      expect(methods).toHaveLength(payloads.length * 6);
      for (const { name, tags, example } of methods) {
        expect(tags.filter((tag) => tag !== "deprecated")).toEqual(["example"]);
        const [call, ...more] = await runExample(example);
        expect({ name: call?.[0].split(".").at(-1), more }, example).toEqual({ name, more: [] });
      }
      expect(Object.hasOwn(globalThis, "__canary")).toBe(false);
    });

    it("has a type for each name as it is written in the document", () => {
      const text = file("types/src/generated/openapi.ts");
      const { paths, components = {} } = mend(outcome.contract).value;
      const ids = Object.values(paths).flatMap((item) => methods.flatMap((method) => item[method]?.operationId ?? []));
      expect(memberNames(text, "paths").sort()).toEqual(Object.keys(paths).sort());
      expect(memberNames(text, "components", "schemas").sort()).toEqual(Object.keys(components.schemas ?? {}).sort());
      expect(memberNames(text, "operations")).toEqual(expect.arrayContaining(ids));
    });

    it("has no error of syntax or type, beside what is written by hand", async () => {
      await addHandwritten(join(outcome.folder, "out"));
      const generated = filesOf(".ts").map(([path]) => join(outcome.folder, path));
      expect(typeErrors(join(outcome.folder, "out"), generated)).toEqual([]);
    }, 60_000);

    it("runs nothing but what it is for: every method sends the operation it is named after", async () => {
      const names = {
        prototype: Object.getOwnPropertyNames(Object.prototype),
        object: Object.getOwnPropertyNames(Object),
      };
      const generated = await runGenerated(join(outcome.folder, "out"));
      const sent = await callAll(generated);
      const wanted = Object.entries(outcome.contract.paths).flatMap(([path, item]) =>
        methods.filter((method) => item[method]).map((method) => `${method.toUpperCase()} ${path}`),
      );
      expect(sent.map(({ operation: { method, path } }) => `${method} ${path}`).sort()).toEqual(wanted.sort());
      for (const { operation, ids, input } of sent) {
        const { path, items, files } = operation;
        expect(ids, path).toEqual((path.match(/\{[^{}]*\}/g) ?? []).map((_, index) => `id ${index}`));
        if (!/^(DELETE|GET .*\/pages$)/s.test(`${operation.method} ${path}`)) expect(input, path).toBe("input");
        const [, index, kind] = /^\/p(\d+)\/(pages|files)$/.exec(path) ?? [];
        if (kind === "pages") expect(items).toBe(payloads[Number(index)]);
        if (kind === "files") expect(files).toEqual([payloads[Number(index)]]);
      }
      expect(Object.hasOwn(globalThis, "__canary")).toBe(false);
      expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(names.prototype);
      expect(Object.getOwnPropertyNames(Object)).toEqual(names.object);
      expect([...generated.voiceEventNames].sort()).toEqual(payloads.map(eventOf).sort());
      expect(Object.keys(generated.voiceEventNamesByFamily).sort()).toEqual([...payloads].sort());
      expect(generated.contract.server).toBe(outcome.contract.servers?.[0]?.url);
    });
  });

  describe("as pages", () => {
    const templates = ["h1", "h2", "h3", "h4", "p", "pre", "code", "strong", "em", "a", "ul", "li"];
    const tables = ["table", "thead", "tbody", "tr", "th", "td"];
    const pages = () =>
      pagesBelow("generated").map(([path, text]) => ({ path: path.split("/").at(-1) ?? "", ...render(text) }));
    const blocks = (info: string) =>
      pages().flatMap((page) => page.blocks.filter((block) => block.info === info).map(({ code }) => code));

    it("has the elements of the templates alone", () => {
      for (const { path, elements, attributes, raw, blocks } of pages()) {
        const strange = [...elements].filter((name) => ![...templates, ...tables].includes(name));
        expect(strange, path).toEqual([]);
        expect([...attributes].filter((name) => !["href", "id", "class"].includes(name))).toEqual([]);
        const [banner, ...anchors] = raw;
        expect(banner, path).toMatch(/^<!-- Generated by [^<>]* -->$/);
        expect(anchors.filter((text) => !/^(<a id="[a-z0-9-]+">|<\/a>)$/.test(text))).toEqual([]);
        expect(blocks.filter(({ info }) => !["ts", "sh", "ruby", "json"].includes(info))).toEqual([]);
      }
    });

    it("links to what is there, to each page of its own, and to nothing else", () => {
      const all = pages();
      const places = new Set(all.flatMap(({ path, anchors }) => [path, ...anchors.map((id) => `${path}#${id}`)]));
      for (const { path, links, anchors } of all) {
        const led = links.map((link) => (link.startsWith("#") ? `${path}${link}` : link));
        expect(led.filter((link) => !places.has(link))).toEqual([]);
        expect(anchors.length).toBe(new Set(anchors).size);
      }
      const index = all.find(({ path }) => path === "index.md");
      const others = all.map(({ path }) => path).filter((path) => path !== "index.md");
      expect([...(index?.links ?? [])].sort()).toEqual(others.sort());
      expect(all.flatMap(({ links }) => links.filter((link) => link.startsWith("#event-")))).toHaveLength(
        payloads.length,
      );
    });

    it("has rows of as many cells as the head has, in every table", () => {
      const all = pages().flatMap((page) => page.tables);
      expect(all.length).toBeGreaterThan(payloads.length);
      expect(all.filter((rows) => rows.some((cells) => cells !== rows[0]))).toEqual([]);
    });

    it("has the headings of the templates, each with its text and nothing else", () => {
      const own = pages().filter(({ path }) => !/^(index|errors)\.md$/.test(path));
      const headings = own.map((page) => page.headings.filter(({ level }) => level !== "h4"));
      const wanted = payloads.map((payload, index) => [
        { level: "h1", text: fold(payload) },
        { level: "h2", text: "Operations" },
        // The summary of each operation: in wording, what stands between backticks is code.
        ...Array.from({ length: 6 }, () => ({ level: "h3", text: fold(payload).replace(/^`([^`]+)`$/, "$1") })),
        { level: "h2", text: "Events" },
        { level: "h3", text: fold(eventOf(payload, index)) },
      ]);
      const byText = (all: unknown[]) => all.map((one) => JSON.stringify(one)).sort();
      expect(byText(headings)).toEqual(byText(wanted));
      const { body: _, response: __, error: ___, ...fixed } = en.sections;
      const known = Object.values(fixed).map((text) => String(text).replaceAll("`", ""));
      const sections = /^(Body \(.*\)|(Response|Error)( .*)?)$/s;
      const small = own.flatMap((page) => page.headings.filter(({ level }) => level === "h4"));
      expect(small.filter(({ text }) => !known.includes(text) && !sections.test(text))).toEqual([]);
    });

    it("has handlers of one event, and samples that are JSON", () => {
      const handlers = blocks("ts").filter((code) => code.includes("createWebhookHandler"));
      expect(handlers).toHaveLength(payloads.length);
      for (const code of handlers) expect(statementKinds(code)).toEqual(["FirstStatement", "ImportDeclaration"]);
      const names = blocks("json").map((code) => JSON.parse(code).data.event_type);
      expect(names.sort()).toEqual(payloads.map(eventOf).sort());
    });
  });

  describe.each(["generated", "skills"])("as code in docs/%s", (name) => {
    let all: { readonly info: string; readonly code: string }[];
    const blocks = (info: string) => all.filter((block) => block.info === info).map(({ code }) => code);

    beforeAll(() => {
      all = pagesBelow(name).flatMap(([, text]) => render(text.replace(/^---\n.*?\n---\n/s, "")).blocks);
    });

    it("has examples in TypeScript that make one call", async () => {
      const examples = blocks("ts").filter((code) => !code.includes("createWebhookHandler") && code.includes("await "));
      expect(examples).toHaveLength(payloads.length * 6);
      for (const code of examples) expect(await runExample(code), code).toHaveLength(1);
      expect(Object.hasOwn(globalThis, "__canary")).toBe(false);
    });

    it("has commands that run curl once, with the key as it is", () => {
      const commands = blocks("sh").filter((code) => code.startsWith("curl "));
      const given = curlArguments(commands);
      expect([commands.length, given.length]).toEqual([payloads.length * 6, payloads.length * 6]);
      for (const words of given) {
        expect(words.filter((word) => /^(BASE|Authorization: Bearer KEY$)/.test(word))).toHaveLength(2);
        const [, body = "null"] = words.slice(words.indexOf("-d"));
        if (words.includes("-d")) expect(() => JSON.parse(body), body).not.toThrow();
      }
    });

    it("has programs of Ruby that make one call, and handlers that ask for their event", () => {
      const programs = blocks("ruby").map(rubyProgram);
      expect(programs.flatMap(({ mistakes }) => mistakes)).toEqual([]);
      const handlers = programs.filter(({ texts }) => texts.includes("openssl"));
      const examples = programs.filter(({ texts }) => !texts.includes("openssl") && !texts.includes("telnyx"));
      expect(examples.length).toBeGreaterThanOrEqual(payloads.length * 6);
      expect(examples.filter(({ statements, embedded }) => statements > 2 || embedded > 0)).toEqual([]);
      // The text that is verified is put together of two others.
      expect(handlers.filter(({ statements, embedded }) => statements !== 5 || embedded !== 2)).toEqual([]);
    });
  });

  describe("as skills", () => {
    const skills = () => pagesBelow("skills").filter(([path]) => path.endsWith("/SKILL.md"));
    const references = () => pagesBelow("skills").filter(([path]) => path.includes("-ruby/references/"));

    it("have front matter that says what it should, in lines that are no markup", () => {
      const names = skills().map(([path, text]) => {
        const { name, description, ...rest } = frontMatterOf(text);
        expect(path).toBe(`out/docs/skills/${name}/SKILL.md`);
        expect(name).toMatch(/^(?=.{1,64}$)[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(description).toMatch(/^(?=.{1,1024}$)[^<>\p{Cc}]* Use when /u);
        expect(rest).toEqual({ license: "MIT", metadata: { language: expect.stringMatching(/^[a-z]+$/) } });
        return name;
      });
      expect(new Set(names).size).toBe(payloads.length * 3);
    });

    it("have the elements of the templates alone, and no link but those to their pages", () => {
      for (const [path, text] of [...skills(), ...references()]) {
        const { elements, attributes, links, raw } = render(text.replace(/^---\n.*?\n---\n/s, ""));
        expect(
          [...elements].filter((name) => !skillElements.has(name)),
          path,
        ).toEqual([]);
        expect(
          [...attributes].filter((name) => !["href", "class"].includes(name)),
          path,
        ).toEqual([]);
        const own = path.endsWith("/SKILL.md") ? /^references\/\w+\.md$/ : /^objects\.md#[a-z0-9]+$/;
        expect(
          links.filter((link) => !own.test(link)),
          path,
        ).toEqual([]);
        expect(raw[0], path).toMatch(/^<!-- Generated by [^<>]* -->$/);
        expect(
          raw.slice(1).filter((content) => /^<!--/.test(content)),
          path,
        ).toEqual([]);
      }
    });

    it("have the sections of the templates, and an operation or event a heading", () => {
      for (const [path, text] of skills()) {
        const { headings } = render(text.replace(/^---\n.*?\n---\n/s, ""));
        const second = headings.filter(({ level }) => level === "h2").map((heading) => heading.text);
        const sections = ["Setup", "Operations", "Webhooks", "Errors", "Caveats", "References"];
        expect(
          second.filter((name) => name !== "Installation"),
          path,
        ).toEqual(sections);
        expect(
          headings.filter(({ level }) => level === "h3"),
          path,
        ).toHaveLength(6 + 1);
        expect(
          headings.filter(({ level }) => !/^h[123]$/.test(level)),
          path,
        ).toEqual([]);
      }
    });

    it("have references that are the same for each language", () => {
      const texts = pagesBelow("skills").filter(([path]) => path.includes("/references/"));
      const distinct = new Set(texts.map(([path, text]) => path.replace(/-(typescript|curl|ruby)\//, "/") + text));
      expect(texts).toHaveLength(distinct.size * 3);
    });
  });
});

const skillElements = new Set("h1 h2 h3 p code pre a ul li table thead tbody tr th td strong em".split(" "));

function frontMatterOf(page: string): Record<string, unknown> {
  const [, yaml = ""] = /^---\n(.*?)\n---\n\n<!-- /s.exec(page) ?? [];
  return load(yaml) as Record<string, unknown>;
}
