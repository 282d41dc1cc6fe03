import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { transformSync } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeBlocks } from "./code-blocks.ts";
import { installPacked } from "./packed.ts";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const pages = ["README.md", "packages/client/README.md"];
const blocks = pages.flatMap((page) => codeBlocks(page, readFileSync(join(root, page), "utf8")));
const runnable = blocks.filter(({ imports }) => imports.every((name) => name.startsWith("@telnyx-voice/")));

let project: ReturnType<typeof installPacked>;
let server: Server;

beforeAll(async () => {
  project = installPacked();
  writeFileSync(join(project.folder, "package.json"), '{ "type": "module" }');
  writeFileSync(join(project.folder, "greeting.mp3"), "sound");
  writeFileSync(join(project.folder, "undici.d.ts"), undici);
  server = createServer((request, response) => {
    request.resume().on("end", () => {
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answerTo(request.url ?? "")));
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
}, 120_000);
afterAll(async () => {
  await new Promise((closed) => server.close(closed));
  project.remove();
});

describe("the code in the pages", () => {
  it("has been found", () => {
    expect(runnable.length).toBeGreaterThan(12);
  });

  it("compiles strictly", () => {
    expect(findings(blocks)).toEqual([]);
  }, 60_000);

  it.each(runnable)("runs: $place", async ({ place, code }) => {
    const file = join(project.folder, `${fileOf(place)}.mjs`);
    writeFileSync(file, transformSync(code, { loader: "ts", format: "esm" }).code);
    expect(await run(file)).toEqual({ status: 0, errors: "" });
  });
});

/** Enough of undici for the types: the package is no dependency. */
const undici = 'declare module "undici" {\n  export class ProxyAgent {\n    constructor(address: string);\n  }\n}\n';

function fileOf(place: string): string {
  return place.replace(/\W+/g, "-");
}

/** What tsc finds in blocks, each a file of its own. */
function findings(checked: typeof blocks): string[] {
  const files = checked.map(({ place, code }) => {
    const file = `${fileOf(place)}.mts`;
    writeFileSync(join(project.folder, file), code);
    return file;
  });
  const require = createRequire(import.meta.url);
  const ts = require("typescript") as typeof import("typescript");
  const program = ts.createProgram(
    [...files, "undici.d.ts"].map((file) => join(project.folder, file)),
    {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
      typeRoots: [dirname(dirname(require.resolve("@types/node/package.json")))],
      types: ["node"],
      strict: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
      skipLibCheck: true,
    },
  );
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const line = file?.getLineAndCharacterOfPosition(start ?? 0).line;
    return `${file?.fileName.split("/").pop()}:${line}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
  });
}

/** Runs a program against the server; gives how it ended. */
function run(file: string): Promise<{ readonly status: number | null; readonly errors: string }> {
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v2`;
  const env = { ...process.env, TELNYX_API_KEY: "KEY", TELNYX_BASE_URL: baseUrl };
  const child = spawn(process.execPath, [file], { cwd: project.folder, env, stdio: ["ignore", "ignore", "pipe"] });
  let errors = "";
  child.stderr.on("data", (chunk) => {
    errors += chunk;
  });
  return new Promise((ended) => child.on("close", (status) => ended({ status, errors })));
}

/** One entry, or for the path of a list a page of them. */
function answerTo(url: string): object {
  const entry = { call_control_id: "v3:1", id: "1", is_alive: true, phone_number: "+13125550100" };
  const isList = /\/(recordings|conferences|active_calls|phone_numbers|Calls)(\?|$)/.test(url);
  return isList ? { data: [entry], calls: [entry], meta: { page_number: 1, total_pages: 1 } } : { data: entry };
}
