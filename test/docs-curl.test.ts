import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ContractServer, startContractServer } from "./docs/contract-server.ts";
import { type Example, examplesIn, isOf } from "./docs/examples.ts";
import { documentCounts } from "./document-counts.ts";

const bash = promisify(execFile);
const blocks = examplesIn("sh");
/** Commands that prepare a machine; their packages have tests of their own. */
const installs = blocks.filter(({ block }) => /^((npm|npx|gem) [^\n;&|$`]*\n)+$/.test(block));
const examples = blocks.filter((example) => !installs.includes(example));

const folder = mkdtempSync(join(tmpdir(), "docs-curl-"));
let server: ContractServer;
beforeAll(async () => {
  // Says so where there is no curl.
  execFileSync("curl", ["--version"]);
  writeFileSync(join(folder, "file"), "sound");
  server = await startContractServer();
}, 180_000);
afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe("curl in the pages", () => {
  it("is accepted by a server that holds requests against the contract", async () => {
    const faults = await atOnce(4, examples, faultsOf);
    expect(faults).toEqual([]);
    const places = examples.flatMap((example) => example.places).length;
    console.log(`curl: ${places} blocks, ${examples.length} different, all run; ${installs.length} installations`);
    expect(new Set(examples.map(({ operation }) => operation).filter(Boolean)).size).toBe(documentCounts.operations);
  }, 120_000);
});

/** Runs an example in a shell that stops at the first failure; gives what went wrong. */
async function faultsOf({ id, code, places: [place], operation }: Example): Promise<string[]> {
  const env = { PATH: process.env["PATH"], TELNYX_API_KEY: "KEY", TELNYX_BASE_URL: server.baseUrl(id) };
  const failure = await bash("bash", ["-euo", "pipefail", "-c", code], { cwd: folder, env, timeout: 30_000 }).then(
    () => undefined,
    (error: Error) => error.message,
  );
  const requests = server.requestsOf(id);
  return [
    ...(failure === undefined ? [] : [`${place} ${failure}`]),
    ...requests.filter(({ problem }) => problem !== "").map(({ line, problem }) => `${place} ${line} ${problem}`),
    ...(operation === undefined || requests.some(({ line }) => isOf(operation, line))
      ? []
      : [`${place} sends no ${operation}, but ${requests.map(({ line }) => line).join(", ") || "nothing"}`]),
  ];
}

/** Does something with each item, with so many of them at once; gives all that came of it. */
async function atOnce<Item, Result>(
  count: number,
  items: readonly Item[],
  run: (item: Item) => Promise<readonly Result[]>,
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = items.values();
  const work = async () => {
    for (const item of waiting) results.push(...(await run(item)));
  };
  await Promise.all(Array.from({ length: count }, work));
  return results;
}
