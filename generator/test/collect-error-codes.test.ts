import { describe, expect, it } from "vitest";
import { collectErrorCodes } from "../src/collect-error-codes.ts";
import type { OpenApiDocument } from "../src/document/openapi.ts";

const errors = (...codes: unknown[]) => ({ errors: codes.map((code) => ({ code, title: "T", detail: "D" })) });
const holding = (media: object) => ({ description: "d", content: { "application/json": media } });

/** A document whose operations answer so. */
function documentOf(responses: Readonly<Record<string, object>>, components: object = {}): OpenApiDocument {
  const operation = { operationId: "Dial", tags: [], responses };
  return {
    openapi: "3.1.0",
    info: { title: "T", version: "1" },
    paths: { "/calls": { post: operation } },
    components,
  } as OpenApiDocument;
}

describe("collectErrorCodes", () => {
  it("keeps the code and the status of an example, with the operation that it stands on, and no text", () => {
    expect(collectErrorCodes(documentOf({ "422": holding({ example: errors("90018") }) }))).toEqual([
      { code: "90018", status: "422", operation: "Dial" },
    ]);
  });

  it("names a shared response, for the operations that share it", () => {
    const shared = holding({
      examples: { ended: { summary: "s", value: errors("90018") }, full: { value: errors(90036) } },
    });
    const document = documentOf(
      { "422": { $ref: "#/components/responses/Refused" } },
      { responses: { Refused: shared } },
    );
    const other = { operationId: "Hangup", responses: { "422": { $ref: "#/components/responses/Refused" } } };
    document.paths["/calls/{id}"] = { post: other } as never;
    expect(collectErrorCodes(document)).toEqual([
      { code: "90018", status: "422", response: "Refused" },
      { code: "90036", status: "422", response: "Refused" },
    ]);
  });

  it("follows an example to its component, sorts, and gives each fact once", () => {
    const examples = { b: { $ref: "#/components/examples/B" }, a: { value: errors("10004", "10004") } };
    const document = documentOf({ "422": holding({ examples }) }, { examples: { B: { value: errors("90034") } } });
    expect(collectErrorCodes(document).map(({ code }) => code)).toEqual(["10004", "90034"]);
  });

  it("passes by what is no error, no list of errors, and no code", () => {
    const odd = [errors("", null, { a: 1 }, ["1"]).errors, { errors: "90018" }, { errors: [null, "x", {}] }, null, 7];
    const examples = Object.fromEntries(odd.map((value, index) => [index, { value }]));
    const responses = { "200": holding({ example: errors("1") }), default: holding({ example: errors("2") }) };
    expect(collectErrorCodes(documentOf({ ...responses, "400": holding({ examples }) }))).toEqual([]);
    expect(
      collectErrorCodes(
        documentOf({
          "400": holding({ example: errors("", "a sentence", "x".repeat(65)) }),
          "401": {},
          "403": { content: {} },
        }),
      ),
    ).toEqual([]);
  });
});
