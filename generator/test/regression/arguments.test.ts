import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Parameter } from "../../src/document/openapi.ts";
import { generate } from "../../src/generate.ts";
import { makePrograms } from "../../src/make-programs.ts";
import { addHandwritten, typeErrors } from "../hostile/typescript.ts";
import { smallSpecs } from "../small-specs.ts";

const path = "/calls/{call_id}/legs/{callId}/parts/{call-id}/{query}/{options}";
const inPath = (name: string): Parameter => ({ name, in: "path", required: true, schema: { type: "string" } });
const inQuery = (name: string, type: string): Parameter => ({ name, in: "query", required: true, schema: { type } });

const specs = smallSpecs(({ contract, names }) => {
  contract.paths[path] = {
    get: {
      operationId: "FindPart",
      tags: ["Calls"],
      parameters: [
        ...["options", "query", "call-id", "callId", "call_id"].map(inPath),
        ...[inQuery("limit", "integer"), inQuery("Limit", "string"), inQuery("LIMIT", "boolean")],
      ],
      responses: { "204": { description: "" } },
    },
  };
  names.operations["FindPart"] = { method: "calls.findPart", type: "FindPart" };
});

/** A call of the method with a value of its own for each argument, and what must not compile. */
const caller = `import { TelnyxVoice } from "./client/src/index.ts";
type Calls = TelnyxVoice["calls"];
export const call = (fetch: (request: Request) => Promise<Response>) =>
  new TelnyxVoice({ apiKey: "k", baseUrl: "https://a.test", fetch }).calls
    .findPart("snake", "camel", "kebab", "q/uery", "options", { limit: 1, Limit: "one", LIMIT: true });
// @ts-expect-error: each parameter of the query has a type of its own
export const exchanged: Parameters<Calls["findPart"]>[5] = { limit: "one", Limit: 1, LIMIT: true };
// @ts-expect-error: none of them stands for another
export const lacking: Parameters<Calls["findPart"]>[5] = { limit: 1 };
`;

let out = "";
let paths: readonly string[] = [];
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), "arguments-"));
  const { value } = await generate(specs, false, (_, stage) => stage(), makePrograms);
  for (const file of value?.files ?? []) {
    await mkdir(dirname(join(out, file.path)), { recursive: true });
    await writeFile(join(out, file.path), file.text);
  }
  paths = (value?.files ?? []).map((file) => file.path).filter((file) => file.endsWith(".ts"));
  await addHandwritten(out);
  await writeFile(join(out, "call.ts"), caller);
});
afterAll(() => rm(out, { recursive: true, force: true }));

describe("parameters whose names are alike", () => {
  it("compile", () => {
    expect(paths).not.toEqual([]);
    expect(
      typeErrors(
        out,
        [...paths, "call.ts"].map((file) => join(out, file)),
      ),
    ).toEqual([]);
  });

  it("each arrive in their own place", async () => {
    const { call } = await import(pathToFileURL(join(out, "call.ts")).href);
    const urls: URL[] = [];
    await call(async ({ url }: Request) => {
      urls.push(new URL(url));
      return new Response(null, { status: 204 });
    });
    expect(urls.map(({ pathname }) => pathname)).toEqual(["/calls/snake/legs/camel/parts/kebab/q%2Fuery/options"]);
    expect([...(urls[0]?.searchParams ?? [])]).toEqual([
      ["limit", "1"],
      ["Limit", "one"],
      ["LIMIT", "true"],
    ]);
  });
});
