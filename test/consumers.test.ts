import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { program } from "./consumer.ts";
import { documentCounts } from "./document-counts.ts";
import { installPacked } from "./packed.ts";

const require = createRequire(import.meta.url);
const compilers = {
  "TypeScript 5.9": join(dirname(require.resolve("typescript/package.json")), "bin/tsc"),
  "TypeScript 7": join(dirname(require.resolve("typescript-7/package.json")), "bin/tsc"),
};
const resolutions = {
  "bundler, ESM": { module: "esnext", moduleResolution: "bundler", file: "consumer.mts" },
  "nodenext, ESM": { module: "nodenext", moduleResolution: "nodenext", file: "consumer.mts" },
  "nodenext, CommonJS": { module: "nodenext", moduleResolution: "nodenext", file: "consumer.cts" },
};

let project: ReturnType<typeof installPacked>;

beforeAll(() => {
  project = installPacked();
  for (const file of ["consumer.mts", "consumer.cts"]) writeFileSync(join(project.folder, file), program);
}, 120_000);
afterAll(() => project.remove());

describe.each(Object.entries(compilers))("a consumer of the packed packages under %s", (_, tsc) => {
  it.each(Object.entries(resolutions))(
    "type-checks with %s",
    (_resolution, { module, moduleResolution, file }) => {
      compile(tsc, file, { module, moduleResolution, noEmit: true });
    },
    60_000,
  );
});

describe("a compiled consumer", () => {
  it.each([
    ["ESM", "consumer.mts", "consumer.mjs"],
    ["CommonJS", "consumer.cts", "consumer.cjs"],
  ])(
    "runs against a server on loopback as %s",
    async (_, file, output) => {
      compile(compilers["TypeScript 5.9"], file, { module: "nodenext", moduleResolution: "nodenext" });
      const lines: string[] = [];
      const server = createServer((request, response) => {
        lines.push(`${request.method} ${request.url}`);
        const isGone = request.url?.includes("gone") === true;
        const call = { call_control_id: "v3:1" };
        response.writeHead(isGone ? 404 : 200, { "content-type": "application/json" });
        response.end(JSON.stringify({ data: request.method === "GET" ? [call] : call }));
      });
      await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
      const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const { run } = (await import(join(project.folder, output))) as { run: (url: string) => Promise<string[]> };
      expect(await run(baseUrl)).toEqual(["v3:1", "v3:1", "404", String(documentCounts.events)]);
      expect(lines).toEqual([
        "POST /calls",
        "POST /calls/v3%3A1/actions/answer",
        "GET /connections/1494404757140276705/active_calls",
        "POST /calls/gone/actions/hangup",
      ]);
      await new Promise((closed) => server.close(closed));
    },
    60_000,
  );
});

/** Compiles one file strictly, with the declarations of the packages checked as well; throws with tsc's findings. */
function compile(tsc: string, file: string, options: object): void {
  const config = {
    compilerOptions: {
      target: "es2022",
      lib: ["es2022", "dom", "dom.iterable"],
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      skipLibCheck: false,
      ...options,
    },
    files: [file],
  };
  const path = join(project.folder, "tsconfig.json");
  writeFileSync(path, JSON.stringify(config));
  try {
    execFileSync(process.execPath, [tsc, "-p", path], { cwd: project.folder, encoding: "utf8" });
  } catch (error) {
    throw new Error(String((error as { stdout?: string }).stdout ?? error));
  }
}
