import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { contractOperations, contractPayloads, contractSchemas, fieldsOf, requiredOf } from "./seed/contract.ts";
import { chineseLabels, englishLabels, readSkill } from "./seed/skill.ts";

const folder = new URL("../packages/docs/skills/", import.meta.url);
const names = readdirSync(folder);
const operations = contractOperations();
const payloads = contractPayloads();
const schemas = contractSchemas();
const sorted = (given: Iterable<string>) => [...new Set(given)].sort();

describe.each([
  ["SKILL.md", englishLabels],
  ["SKILL.zh-CN.md", chineseLabels],
])("the skills beside the contract, in %s", (file, labels) => {
  describe.each(["typescript", "curl", "ruby"])("for %s", (language) => {
    const skills = names
      .filter((name) => name.endsWith(`-${language}`))
      .map((name) => readSkill(readFileSync(new URL(`${name}/${file}`, folder), "utf8"), labels));

    it("have each operation once, with an example", () => {
      const told = skills.flatMap((skill) => [...skill.operations.keys()]);
      expect(told.sort()).toEqual(operations.map(({ key }) => key).sort());
      const examples = skills.flatMap((skill) => [...skill.operations.values()].map((one) => one.examples.length));
      expect(new Set(examples)).toEqual(new Set([1]));
    });

    it("have each parameter and each field of a body, required or not, and no other", () => {
      const told = new Map(skills.flatMap((skill) => [...skill.operations]));
      for (const { key, path, query, body = {} } of operations) {
        const { required, optional, ...found } = told.get(key) ?? expect.fail(key);
        const must = requiredOf(body);
        const fields = [...fieldsOf(body).keys()];
        expect(
          {
            path: [...found.path.keys()],
            query: sorted(found.query.keys()),
            required: sorted(required.keys()),
            // Fields of which there must be one or another are told apart; each alone is optional.
            optional: sorted([...optional.keys(), ...found.choice.keys()]),
          },
          key,
        ).toEqual({
          path,
          query: sorted(query),
          required: sorted(must),
          optional: sorted(fields.filter((name) => !must.includes(name))),
        });
      }
    });

    it("have each event, with each field of its payload, and no other", () => {
      const told = new Map(skills.flatMap((skill) => [...skill.events]));
      expect(sorted(told.keys())).toEqual(sorted(payloads.keys()));
      for (const [name, fields] of skills.flatMap((skill) => [...skill.events])) {
        const below = [...fields].filter(([field]) => field.startsWith("data.payload."));
        const wanted = [...fieldsOf(payloads.get(name) ?? {}).keys()].map((field) => `data.payload.${field}`);
        expect(sorted(below.map(([field]) => field)), name).toEqual(sorted(wanted));
        expect(
          below.filter(([, type]) => type === "?"),
          name,
        ).toEqual([]);
      }
    });
  });
});

describe("the code in the skills", () => {
  const reference = readFileSync(new URL("../packages/docs/generated/llms-full.txt", import.meta.url), "utf8");

  it.each(names)("of %s is that of the reference, where it is compiled and run", (name) => {
    for (const file of ["SKILL.md", "SKILL.zh-CN.md"]) {
      const text = readFileSync(new URL(`${name}/${file}`, folder), "utf8");
      const blocks = [...text.matchAll(/^```(?:ts|sh|ruby)\n.*?^```$/gms)].map(([block]) => block);
      expect(blocks.length).toBeGreaterThan(2);
      const [own] = blocks.filter((block) => !reference.includes(block));
      // How the packages are installed is no example.
      expect(own ?? "", file).toMatch(/^(```sh\n(npm|gem) install .*\n```)?$/);
      expect(
        blocks.filter((block) => block !== own && !reference.includes(block)),
        file,
      ).toEqual([]);
    }
  });
});

describe("the references of the skills", () => {
  it.each(names)("of %s lead to objects that are there, and tell their fields and no other", (name) => {
    for (const ending of [".md", ".zh-CN.md"]) {
      const below = new URL(`${name}/references/`, folder);
      const pages = readdirSync(below).filter(
        (page) => page.endsWith(ending) && page.includes(".zh-CN.") === (ending !== ".md"),
      );
      const texts = pages.map((page) => readFileSync(new URL(page, below), "utf8"));
      const links = texts.flatMap((text) =>
        [...text.matchAll(/\]\(objects[^#)]*#([^)]+)\)/g)].map(([, slug = ""]) => slug),
      );
      const objects = texts[pages.indexOf(`objects${ending}`)] ?? "";
      const sections = [...objects.matchAll(/^## (\w+)$/gm)].map(([, title = ""]) => title.toLowerCase());
      expect(sections).toEqual(sorted(links));
      for (const section of objects.split(/^## /m).slice(1)) {
        const title = section.split("\n")[0] ?? "";
        const rows = [...section.matchAll(/^\| `([^`]*)` \|/gm)].map(([, field = ""]) => field);
        // What lies deeper, in objects without a name, is below a field that is a row.
        const top = rows.filter((field) => !/[.[]/.test(field));
        expect(sorted(top), title).toEqual(sorted(fieldsOf(schemas.get(title.toLowerCase()) ?? {}).keys()));
      }
    }
  });
});
