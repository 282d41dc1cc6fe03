import { buildEvent, createTestKeyPair, signWebhook } from "@telnyx-voice/webhooks/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deliveries } from "./docs/contract.ts";
import { type ContractServer, startContractServer } from "./docs/contract-server.ts";
import { type Example, examplesIn, isOf } from "./docs/examples.ts";
import { pages } from "./docs/pages.ts";
import { samples } from "./docs/samples.ts";
import { type Delivery, type Outcome, type TypescriptProject, typescriptProject } from "./docs/typescript-project.ts";
import { writtenExamples } from "./docs/written-examples.ts";
import { documentCounts } from "./document-counts.ts";

const generated = examplesIn("ts");
/** The programs of the webhooks' README serve with frameworks, and have a test of their own. */
const written = pages
  .filter(({ path }) => path !== "packages/webhooks/README.md" && !/^packages\/docs\/(generated|skills)\//.test(path))
  .flatMap(writtenExamples);
const examples = [...generated, ...written];
const { publicKey, privateKey } = await createTestKeyPair();

let project: TypescriptProject;
let server: ContractServer;
beforeAll(async () => {
  project = typescriptProject();
  server = await startContractServer();
}, 180_000);
afterAll(async () => {
  await server?.stop();
  project?.remove();
});

describe("TypeScript in the pages", () => {
  it("compiles strictly with the packed packages", () => {
    const places = new Map(examples.map(({ id, places }) => [id, places[0]]));
    expect(project.check(examples).map(({ id = "", message }) => `${places.get(id)} ${message}`)).toEqual([]);
  }, 120_000);

  it("runs, and sends what the contract allows", async () => {
    const handlers = new Map<string, readonly Delivery[]>();
    for (const { id, block } of examples) handlers.set(id, await deliveriesFor(block));
    const { baseUrl } = server;
    const surroundings = { baseUrl, publicKey, deliveries: (id: string) => handlers.get(id) ?? [] };
    const outcomes = await project.run(examples, surroundings);
    expect(examples.flatMap((example) => faultsOf(example, outcomes.get(example.id)))).toEqual([]);
    count(handlers);
  }, 120_000);
});

/** For a program that handles webhooks a signed delivery of each event that it names, and one that is not signed. */
async function deliveriesFor(block: string): Promise<Delivery[]> {
  if (!/^export const (handle|POST) = /m.test(block)) return [];
  const names = [...deliveries.keys()].filter((name) => block.includes(`"${name}"`));
  const signed = names.map((name) => {
    const sample = samples.find(({ event }) => event === name);
    const event = sample === undefined ? buildEvent(name as "call.hangup") : JSON.parse(sample.text);
    return signWebhook({ event, privateKey });
  });
  const genuine = await Promise.all(signed);
  return [...genuine, ...genuine.slice(0, 1).map(({ body, headers }) => ({ body: `${body} `, headers }))];
}

function faultsOf({ id, places: [place], operation, event, block }: Example, outcome: Outcome | undefined): string[] {
  const requests = server.requestsOf(id);
  const faults = requests.filter(({ problem }) => problem !== "").map(({ line, problem }) => `${line} ${problem}`);
  if (outcome === undefined) faults.push("did not end");
  if (outcome?.error !== undefined) faults.push(outcome.error);
  const statuses = outcome?.statuses ?? [];
  if (statuses.some((status, index) => status !== (index === statuses.length - 1 ? 401 : 200))) {
    faults.push(`answered ${statuses.join(", ")} to deliveries, of which the last is not genuine`);
  }
  const isSilent = block.includes("console.log(") && outcome?.printed === "";
  if (isSilent && (operation !== undefined || statuses.length > 0)) faults.push("printed nothing");
  if (event !== undefined && !block.includes(`"${event}"`)) faults.push(`is not about ${event}`);
  if (operation !== undefined && !requests.some(({ line }) => isOf(operation, line))) faults.push(`no ${operation}`);
  if (/^for await /m.test(block) && requests.length < 2) faults.push("did not walk to the second page");
  return faults.map((fault) => `${place} ${fault}`);
}

function count(handlers: ReadonlyMap<string, readonly Delivery[]>): void {
  const events = [...handlers.values()].filter(({ length }) => length > 0).length;
  const blocks = generated.flatMap(({ places }) => places).length;
  console.log(
    `TypeScript: ${blocks} generated blocks, ${generated.length} different (${events} handle events), and ${written.length} written ones: all compiled and run`,
  );
  expect(new Set(generated.map(({ operation }) => operation).filter(Boolean)).size).toBe(documentCounts.operations);
  expect(events).toBeGreaterThanOrEqual(documentCounts.events);
}
