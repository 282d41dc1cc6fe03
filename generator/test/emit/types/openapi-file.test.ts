import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import openapiTypescript, { astToString } from "openapi-typescript";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { emitTypes } from "../../../src/emit/types/emit-types.ts";
import { print } from "../../../src/print.ts";
import { smallModel, smallSpecs, textOf } from "../../small-specs.ts";

const to = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const pets = {
  Cat: { type: "object", required: ["kind"], properties: { kind: { type: "string", enum: ["cat"] } } },
  Dog: {
    type: "object",
    required: ["kind"],
    properties: { kind: { type: "string", description: "What barks.", enum: ["dog"] } },
  },
  Pet: {
    oneOf: [to("Cat"), to("Dog")],
    discriminator: { propertyName: "kind", mapping: { cat: to("Cat").$ref, dog: to("Dog").$ref } },
  },
  Record: { type: "object", properties: { pet: to("Pet"), more: { type: "object" } } },
  Odd: { type: ["string", "null"], enum: ["G722,PCMU", "a|b", 'say "hi"', null], default: "a|b" },
  Fixed: { type: "object", properties: { is: { const: 5 }, all: { allOf: [to("Odd"), to("Odd")] } } },
};
const withSchemas = (schemas: object) => {
  return smallModel(smallSpecs(({ contract }) => Object.assign(contract.components?.schemas ?? {}, schemas)));
};
const model = withSchemas(pets);
const typeText = (schemas: object, file = "schemas") => {
  return textOf(emitTypes(withSchemas(schemas)), `types/src/generated/${file}.ts`);
};

describe("the types of a document", () => {
  it("are those that openapi-typescript makes when it reads and checks it itself", async () => {
    const folder = await mkdtemp(join(tmpdir(), "types-"));
    try {
      const nodes = await openapiTypescript(structuredClone(model.document) as never, {
        defaultNonNullable: false,
        emptyObjectsUnknown: true,
        silent: true,
      });
      await writeFile(join(folder, "own.ts"), astToString(nodes));
      for (const { path, text } of print(emitTypes(model)))
        await writeFile(join(folder, path.split("/").at(-1) ?? ""), text);
      const roots = ["paths", "webhooks", "components", "operations"];
      await writeFile(
        join(folder, "same.ts"),
        `import type * as own from "./own.ts";
import type * as ours from "./openapi.ts";
type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
${roots.map((root) => `export const ${root}: Equal<own.${root}, ours.${root}> = true;`).join("\n")}
// @ts-expect-error the comparison is strict
export const other: Equal<own.components["schemas"]["Cat"], ours.components["schemas"]["Dog"]> = true;
`,
      );
      const options = { strict: true, noEmit: true, allowImportingTsExtensions: true, types: [], skipLibCheck: true };
      const program = ts.createProgram([join(folder, "same.ts")], { ...options, module: ts.ModuleKind.ESNext });
      const found = ts.getPreEmitDiagnostics(program).map(({ messageText }) => messageText);
      expect(found).toEqual([]);
    } finally {
      await rm(folder, { recursive: true });
    }
  }, 60_000);

  it("have the mapped value of a discriminator, and the text of its field", () => {
    expect(typeText(pets)).toContain(`export type Dog = {
    /** What barks. */
    kind: "dog";
};`);
  });

  it("say what a field is about without a tag, then its format, and no kind of value", () => {
    const level = { type: "integer", format: "int32", description: "How loud.", default: 3 };
    const mode = { type: "string", enum: ["soft", "loud"], description: "How." };
    const text = typeText({ Sound: { type: "object", properties: { level, mode } } });
    expect(text).toContain(`    /**
     * How loud.
     * Format: int32
     * @default 3
     */
    level?: number;
    /** How. */
    mode?: "soft" | "loud";`);
    expect(typeText(pets)).not.toMatch(/@enum|@constant|@description/);
  });

  it("let a list of values that grows take any text, without losing those it has", () => {
    const language = { type: "string", enum: ["en", "de"] };
    const text = typeText({ Language: { ...language, "x-open-enum": true }, Closed: language });
    expect(text).toContain('export type Language = "en" | "de" | (string & {});');
    expect(text).toContain('export type Closed = "en" | "de";');
  });

  it("show the examples that show a value", () => {
    const told = { type: ["string", "null"], examples: ["PCMU", null, ""] };
    const untold = { type: ["object", "null"], examples: [null, {}] };
    const text = typeText({ Codecs: { type: "object", properties: { told, untold } } });
    expect(text).toContain("    /** @example PCMU */\n    told?: string | null;\n    untold?: ");
  });

  it("leave a field with a default optional, and let an object of which nothing is said have any fields", () => {
    expect(typeText({}, "operations")).toContain("/** @default 30 */\n    timeout_secs?: number | undefined;");
    expect(typeText({ Free: { type: "object" } })).toContain("export type Free = Record<string, unknown>;");
  });

  it("have nothing where the document refuses everything", () => {
    const one = { type: "object", properties: { other: { not: {}, description: "The other." } } };
    expect(typeText({ One: one })).toContain("export type One = {\n    other?: never;\n};");
  });

  it("do not change the document", () => {
    const before = structuredClone(model.document);
    emitTypes(model);
    expect(model.document).toEqual(before);
  });
});

describe("openapiFile", () => {
  it("leads from the names of the document to those of the types", () => {
    const text = textOf(emitTypes(model), "types/src/generated/openapi.ts");
    expect(text).toContain('import type { CallAnsweredEvent, CallHangupEvent } from "./events.ts";');
    expect(text).toContain("        CallAnswered: CallAnsweredEvent;");
    expect(text).toContain("        Record: RecordSchema;");
    expect(text).toContain('                "application/json": DialRequest;');
    expect(text).toContain("            query?: ListCallsQuery | undefined;");
    expect(text).not.toContain('components["schemas"]');
  });
});
