import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { installPacked } from "./packed.ts";
import { isAvailable, runOn, runtimes } from "./runtimes/run.ts";

const asModule = fileURLToPath(new URL("client/runtime-program.mjs", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "client-"));
const asCommonJs = join(folder, "program.mjs");
const wanted = {
  call: "v3:abc",
  requestId: "r-1",
  names: ["page 1", "page 2", "page 3"],
  error: "404 GET /calls/gone: There is no such call (code 10005, request r-1, at ADDRESS)",
};

let project: ReturnType<typeof installPacked>;
let server: Server;
const dialled: { readonly key: string | undefined; readonly agent: string | undefined; readonly body: unknown }[] = [];

beforeAll(async () => {
  project = installPacked();
  const program = readFileSync(asModule, "utf8");
  const required =
    'import { createRequire } from "node:module";\nconst client = createRequire(import.meta.url)("@telnyx-voice/client");';
  writeFileSync(asCommonJs, program.replace('import * as client from "@telnyx-voice/client";', required));
  server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += String(chunk);
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    const page = Number(url.searchParams.get("page[number]") ?? 1);
    const { authorization, "user-agent": agent } = request.headers;
    if (request.method === "POST") dialled.push({ key: authorization, agent, body: JSON.parse(body) });
    const [status, answer] = {
      "/v2/calls": [200, { data: { call_control_id: "v3:abc" } }] as const,
      "/v2/queues": [200, { data: [{ name: `page ${page}` }], meta: { page_number: page, total_pages: 3 } }] as const,
    }[url.pathname] ?? [404, { errors: [{ code: "10005", detail: "There is no such call" }] }];
    response.writeHead(status, { "content-type": "application/json", "x-request-id": "r-1" });
    response.end(JSON.stringify(answer));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
}, 120_000);
afterAll(() => {
  server?.close();
  project?.remove();
  rmSync(folder, { recursive: true, force: true });
});

describe("the packed client dials, walks a list and tells of an error", () => {
  for (const runtime of runtimes) {
    const forms = /node/i.test(runtime.name) ? ["ES module", "CommonJS"] : ["ES module"];
    for (const form of forms) {
      const title = `on ${runtime.name}, as ${form}`;
      if (!isAvailable(runtime)) it.skip(`${title}: not installed, since it is not made for ${process.platform} here`);
      else {
        it(title, async () => {
          const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v2`;
          const printed = await runOn(runtime, project.folder, form === "CommonJS" ? asCommonJs : asModule, address);
          expect(JSON.parse(printed.replace(address, "ADDRESS"))).toEqual(wanted);
          const last = dialled.at(-1);
          expect(last?.key).toBe("Bearer KEY0123");
          expect(last?.agent).toMatch(/^telnyx-voice\/\d/);
          expect(last?.body).toMatchObject({
            to: "+13125550199",
            command_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
          });
        }, 60_000);
      }
    }
  }
});
