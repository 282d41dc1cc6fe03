import { expect, it } from "vitest";
import type { OpenApiDocument } from "../../src/document/openapi.ts";
import { walkDocument } from "../../src/document/walk.ts";
import { generate } from "../../src/generate.ts";
import { makePrograms } from "../../src/make-programs.ts";
import { smallSpecs } from "../small-specs.ts";

/** The small specs without wording, and with a value in the place of every text that the packages show. */
function specsWith(text: unknown) {
  const texts = { summary: text, description: text };
  return smallSpecs(({ contract, wordings }) => {
    wordings.length = 0;
    for (const { kind, value } of walkDocument(contract as OpenApiDocument)) {
      if (kind === "info") Object.assign(value, { title: text });
      if (["operation", "parameter", "schema"].includes(kind)) Object.assign(value, texts);
    }
  });
}

it.each([[5], [true], [null], [{ a: "b" }], [["a"]]])(
  "a document with %j for a text has no text there",
  async (text) => {
    const run = (value: unknown) => generate(specsWith(value), false, (_, stage) => stage(), makePrograms);
    const { value, diagnostics } = await run(text);
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    const pages = (files: readonly { path: string; text: string }[] = []) =>
      files.filter(({ path }) => path.endsWith(".md")).map(({ path, text }) => `${path}\n${text}`);
    expect(pages(value?.files).length).toBeGreaterThan(0);
    expect(pages(value?.files)).toEqual(pages((await run(undefined)).value?.files));
  },
);
