import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { beforeAll, describe, expect, it } from "vitest";
import type { MediaType, OperationObject, Parameter, Response, Schema } from "../src/document/openapi.ts";
import { toPointer } from "../src/document/pointer.ts";
import { resolve } from "../src/document/resolve.ts";
import { createReference } from "../src/emit/docs/reference.ts";
import type { Operation } from "../src/model.ts";
import { render } from "./hostile/markdown.ts";
import { committedPages, type Pages, partOf, rowsOf, sectionAt, spanned } from "./reference/pages.ts";
import { type Fields, schemaFields, typeOfValue } from "./reference/schema-fields.ts";

const specs = fileURLToPath(new URL("../../specs", import.meta.url));
const languages = ["en", "zh-CN"];
const all: Record<string, Pages> = {};

beforeAll(async () => {
  for (const pages of await committedPages(specs)) all[pages.language] = pages;
}, 60_000);

const pagesIn = (language: string): Pages => {
  const pages = all[language];
  if (pages === undefined) throw new Error(`There are no pages in ${language}.`);
  return pages;
};

/** The section of an operation or event, by its place. */
const sectionOf = (pages: Pages, place = "") => sectionAt(pages, place.split("#")[1] ?? "");
const referenceOf = ({ model, words }: Pages) => createReference(model, words);

describe.each(languages)("the reference in %s", (language) => {
  it("has a section for each operation and event, each once", () => {
    const pages = pagesIn(language);
    const text = [...pages.texts.values()].join("\n");
    const anchors = [...text.matchAll(/<a id="((?:operation|event)-.*?)">/g)].map(([, id]) => id);
    const { operations, events } = pages.model;
    expect(anchors).toHaveLength(operations.length + events.length);
    expect(new Set(anchors).size).toBe(anchors.length);
  });

  it("leads nowhere but to pages and sections that are there", () => {
    const { texts } = pagesIn(language);
    const pages = [...texts].map(([name, text]) => ({ name, ...render(text) }));
    const places = new Set(pages.flatMap(({ name, anchors }) => [name, ...anchors.map((id) => `${name}#${id}`)]));
    const links = pages.flatMap(({ name, links }) => links.map((link) => (link.startsWith("#") ? name + link : link)));
    expect(links.filter((link) => !places.has(link))).toEqual([]);
    expect(links.length).toBeGreaterThan(500);
    for (const { name, anchors } of pages) expect(new Set(anchors).size, name).toBe(anchors.length);
  });

  it("cuts nothing off", () => {
    for (const text of pagesIn(language).texts.values()) expect(text).not.toMatch(/…|\.\.\./);
  });

  it("has the fields of each request and answer, with their types, and no others", () => {
    const pages = pagesIn(language);
    const { operations } = referenceOf(pages);
    for (const operation of pages.model.operations) {
      const section = sectionOf(pages, operations.get(operation.id));
      for (const { title, fields } of wantedParts(pages, operation)) {
        expect(tableFields(partOf(section, title)), `${operation.id}, ${title}`).toEqual(wantedFields(fields));
      }
    }
  });

  it("has the errors of each operation, and the fields of their bodies", () => {
    const pages = pagesIn(language);
    const { operations, errors } = referenceOf(pages);
    for (const operation of pages.model.operations) {
      const rows = rowsOf(partOf(sectionOf(pages, operations.get(operation.id)), pages.words.sections.errors));
      const wanted = operation.errors.map(({ status }) =>
        status === "default" ? pages.words.errors.anyOther : status,
      );
      expect(rows.map(([status = ""]) => spanned(status))).toEqual(wanted);
    }
    expect(errors.size).toBe(6);
    for (const [name, place] of errors) {
      const fields = schemaFields(pages.model.document, pages.model.document.components?.schemas?.[name]);
      expect(tableFields(sectionOf(pages, place)), name).toEqual(wantedFields(fields));
    }
  });

  it("has the fields of each delivery, and a sample that is one", () => {
    const pages = pagesIn(language);
    const { document } = pages.model;
    const validate = validator(document);
    for (const event of pages.model.events) {
      const section = sectionOf(pages, referenceOf(pages).events.get(event.name));
      const schema = document.components?.schemas?.[event.schema];
      const table = partOf(section, pages.words.sections.delivery);
      expect(tableFields(table), event.name).toEqual(wantedFields(schemaFields(document, schema)));
      const [, sample = ""] = /```json\n(.*?)\n```/s.exec(section) ?? [];
      expect(validate(event.schema, JSON.parse(sample)), event.name).toEqual([]);
    }
  });

  it("links what follows from what, both ways", () => {
    const pages = pagesIn(language);
    const { operations, events, triggers } = referenceOf(pages);
    const { following, followsFrom } = pages.words.sections;
    const ends = (section: string, title: string) =>
      [...(partOf(section, title) ?? "").matchAll(/\]\([^)]*#(.*?)\)/g)].map(([, id]) => id);
    const anchors = (places: readonly (string | undefined)[]) => places.map((place) => place?.split("#")[1]);
    for (const operation of pages.model.operations) {
      const section = sectionOf(pages, operations.get(operation.id));
      expect(ends(section, following)).toEqual(anchors(operation.events.map(({ name }) => events.get(name))));
    }
    for (const { name } of pages.model.events) {
      const from = (triggers.get(name) ?? []).map(({ operation: { id } }) => operations.get(id));
      expect(ends(sectionOf(pages, events.get(name)), followsFrom)).toEqual(anchors(from));
    }
  });

  it("has what each change of the API is about", () => {
    const { texts, model, words } = pagesIn(language);
    const changes = model.history.flatMap(({ changes }) => changes);
    expect(changes.filter(({ message }) => words.changes.message(message) === undefined)).toEqual([]);
    expect(texts.get("api-changes.md")?.match(/^- `/gm)).toHaveLength(changes.length);
  });
});

describe("the languages of the reference", () => {
  it("have the same examples, samples and handlers", () => {
    const blocks = languages.map((language) =>
      [...pagesIn(language).texts].map(([name, text]) => [name, text.match(/^```.*?^```$/gms)]),
    );
    expect(blocks[1]).toEqual(blocks[0]);
  });

  it("have nothing of the other's words: no English sentence between Chinese ones", () => {
    const { texts } = pagesIn("zh-CN");
    const prose = [...texts.values()].flatMap((text) =>
      text
        .replace(/^```.*?^```$/gms, "")
        .replace(/<[^>]*>/g, "")
        .split(/\n|(?<!\\)\|/)
        .map((part) => part.replace(/(`+).*?\1/g, "").trim())
        .filter(
          (part) => part !== "" && !/\p{Script=Han}/u.test(part) && /[A-Za-z]{2,} [A-Za-z]{2,} [A-Za-z]{2,}/.test(part),
        ),
    );
    expect(prose).toEqual([]);
  });
});

/** The parts of an operation's section that have a table, each with what the document says of it. */
function wantedParts({ model, words }: Pages, operation: Operation): { title: string; fields: Fields }[] {
  const { document } = model;
  const item = document.paths[operation.path] ?? {};
  const object: OperationObject = item[operation.method] ?? {};
  const parameters = [...(item.parameters ?? []), ...(object.parameters ?? [])].map((entry) =>
    resolve<Parameter>(document, entry),
  );
  const inPlace = (place: string): Fields =>
    new Map(
      parameters
        .filter((parameter) => parameter?.in === place)
        .flatMap((parameter) => [...schemaFields(document, parameter?.schema, parameter?.name)]),
    );
  const contents = (of: { content?: Record<string, MediaType> } | undefined) => Object.entries(of?.content ?? {});
  const answer = resolve<Response>(document, object.responses?.[operation.success.status]);
  const [[, success] = []] = contents(answer);
  return [
    { title: words.sections.path, fields: inPlace("path") },
    { title: words.sections.query, fields: inPlace("query") },
    { title: words.sections.headers, fields: inPlace("header") },
    ...contents(resolve(document, object.requestBody)).map(([type, { schema }]) => {
      return { title: words.sections.body(`\`${type}\``), fields: schemaFields(document, schema) };
    }),
    ...(operation.success.kind === "json"
      ? [
          {
            title: words.sections.response(operation.success.status),
            fields: schemaFields(document, success?.schema as Schema),
          },
        ]
      : []),
  ];
}

/** What a table says: the types of each field by the way to it. */
function tableFields(text: string | undefined): Record<string, string[]> {
  const fields: Record<string, Set<string>> = {};
  for (const [path = "", type = ""] of rowsOf(text)) {
    const types = fields[spanned(path)] ?? new Set();
    fields[spanned(path)] = types;
    for (const one of spanned(type).split(/ \| (?![^(]*\)\[\])/)) types.add(typeOfText(one));
  }
  return sorted(fields);
}

function typeOfText(type: string): string {
  if (type.endsWith("[]")) return "array";
  if (/^(".*"|-?\d.*|true|false|null)$/s.test(type)) return typeOfValue(JSON.parse(type));
  return type.replace(/ \(.*\)$/, "").replace("integer", "number");
}

/** What the document says, as a table would: fields alone, whole numbers as numbers, and `any` for what has no type. */
function wantedFields(given: Fields): Record<string, string[]> {
  const fields: Record<string, Set<string>> = {};
  for (const [path, types] of given) {
    // The items of a list and the values of a map have no row.
    if (path === "" || path.endsWith("[]") || path.endsWith(".*")) continue;
    fields[path] = new Set(types.size === 0 ? ["any"] : [...types].map((type) => type.replace("integer", "number")));
  }
  return sorted(fields);
}

function sorted(fields: Readonly<Record<string, Set<string>>>): Record<string, string[]> {
  const entries = Object.entries(fields).map(([path, types]): [string, string[]] => [path, [...types].sort()]);
  return Object.fromEntries(entries.sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** Gives what keeps a value from being of a component schema. */
function validator(document: Pages["model"]["document"]) {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
  ajv.addFormat("iso-8601", true).addFormat("url", true);
  ajv.addSchema(document, "contract");
  return (schema: string, value: unknown) =>
    ajv.validate({ $ref: `contract${toPointer(["components", "schemas", schema])}` }, value) ? [] : (ajv.errors ?? []);
}
