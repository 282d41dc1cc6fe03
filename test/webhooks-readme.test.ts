import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { buildEvent, createTestKeyPair, signWebhook } from "@telnyx-voice/webhooks/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { installPacked } from "./packed.ts";
import { compile } from "./webhooks/compile.ts";
import { lambdaEvent } from "./webhooks/lambda-event.ts";
import { installPeers, peersFolder } from "./webhooks/peers.ts";
import { readmeBlocks, readmePrograms } from "./webhooks/readme.ts";

const { publicKey, privateKey } = await createTestKeyPair();
const programs = Object.keys(readmePrograms);
const event = buildEvent("call.initiated", { payload: { from: "+13125550142" } });
let project: ReturnType<typeof installPacked>;

beforeAll(async () => {
  project = installPacked();
  installPeers();
  const modules = join(project.folder, "node_modules");
  for (const name of readdirSync(join(peersFolder, "node_modules")).filter((entry) => !entry.startsWith("."))) {
    symlinkSync(join(peersFolder, "node_modules", name), join(modules, name));
  }
  writeFileSync(join(project.folder, "package.json"), JSON.stringify({ type: "module" }));
  for (const [name, code] of Object.entries(readmePrograms)) {
    // Each listens on a port of its own.
    const port = await freePort();
    ports.set(name, port);
    writeFileSync(join(project.folder, name), code.replace("3000", String(port)));
  }
}, 120_000);
afterAll(() => project?.remove());

const ports = new Map<string, number>();

describe("the README", () => {
  it("has a name for each of its programs", () => {
    expect(programs).toHaveLength(readmeBlocks);
    expect(programs).toEqual(
      expect.arrayContaining([
        "node.ts",
        "express.ts",
        "fastify.ts",
        "koa.ts",
        "hono.ts",
        "next.ts",
        "fetch.ts",
        "lambda.ts",
      ]),
    );
  });

  it("has programs that compile strictly against the packed package", () => {
    const types = dirname(dirname(createRequire(import.meta.url).resolve("@types/node/package.json")));
    const options = { noEmit: false, typeRoots: [types], types: ["node"], skipLibCheck: true };
    expect(compile(project.folder, programs, options).faults).toBe("");
  }, 60_000);

  it.each(["node", "express", "fastify", "koa", "hono"])("serves with %s.ts", async (name) => {
    const child = start(`${name}.js`);
    const url = `http://127.0.0.1:${ports.get(`${name}.ts`)}/webhooks`;
    await answering(url);
    const { body, headers } = await signWebhook({ event, privateKey });
    expect((await fetch(url, { method: "POST", body, headers })).status).toBe(200);
    expect((await fetch(url, { method: "POST", body: `${body} `, headers })).status).toBe(401);
    expect(await end(child)).toContain("from +13125550142");
  });

  it.each([
    ["next", "module.POST"],
    ["fetch", "module.default.fetch"],
    ["handler", "module.handle"],
  ])("answers a request with %s.ts", async (name, answer) => {
    const { body, headers } = await signWebhook({ event, privateKey });
    const main = `import * as module from "./${name}.js";
const send = (body) => ${answer}(new Request("https://a.test", { method: "POST", body, headers: ${JSON.stringify(headers)} }));
for (const body of [${JSON.stringify(body)}, "{}"]) console.log((await send(body)).status);\n`;
    writeFileSync(join(project.folder, `run-${name}.js`), main);
    const child = start(`run-${name}.js`);
    await once(child, "exit");
    expect(await end(child)).toMatch(/from \+13125550142\n200\n(webhook refused: .*\n)?401\n$/);
  });

  it("answers an event of AWS Lambda with lambda.ts", async () => {
    const { body, headers } = await signWebhook({ event, privateKey });
    const main = `import { handler } from "./lambda.js";
const events = ${JSON.stringify([lambdaEvent({ body, headers }), lambdaEvent({ body: "{}", headers })])};
for (const event of events) console.log((await handler(event)).statusCode);\n`;
    writeFileSync(join(project.folder, "run-lambda.js"), main);
    const child = start("run-lambda.js");
    await once(child, "exit");
    expect(await end(child)).toBe("from +13125550142\n200\n401\n");
  });

  it("answers 200 in testing.ts", async () => {
    const child = start("testing.js");
    await once(child, "exit");
    expect(await end(child)).toBe("+13125550100\n200\n");
  });
});

const outputs = new WeakMap<ChildProcess, { text: string; errors: string }>();

function start(file: string): ChildProcess {
  const child = spawn(process.execPath, [file], {
    cwd: project.folder,
    env: { ...process.env, TELNYX_PUBLIC_KEY: publicKey },
  });
  const output = { text: "", errors: "" };
  outputs.set(child, output);
  child.stdout?.on("data", (chunk) => {
    output.text += chunk;
  });
  child.stderr?.on("data", (chunk) => {
    output.errors += chunk;
  });
  return child;
}

/** Ends a program that is still running; gives what it printed. */
async function end(child: ChildProcess): Promise<string> {
  if (child.exitCode === null) {
    const ended = once(child, "exit");
    child.kill();
    await ended;
  }
  const { text = "", errors = "" } = outputs.get(child) ?? {};
  return text === "" ? errors : text;
}

async function answering(url: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const isUp = await fetch(url).then(
      () => true,
      () => false,
    );
    if (isUp) return;
    await sleep(25);
  }
  throw new Error(`Nobody listens at ${url}.`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  await new Promise((closed) => server.close(closed));
  return port;
}
