import { expect, it } from "vitest";
import type { OpenApiDocument } from "../../src/document/openapi.ts";
import { slice } from "../../src/slice.ts";

it("a reference into the prototype of the components leaves Object as it is", () => {
  const text = JSON.stringify({
    openapi: "3.1.0",
    info: { title: "T", version: "1" },
    paths: { "/a": { get: { responses: { 200: { $ref: "#/components/PROTO/polluted" } } } } },
    components: { PROTO: { polluted: { description: "" } } },
  }).replaceAll("PROTO", "__proto__");
  slice(JSON.parse(text) as OpenApiDocument, { operations: new Map([["GET /a", "all"]]), webhooks: new Map() });
  expect({}).not.toHaveProperty("polluted");
});
