import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ApiError, TelnyxVoice } from "@telnyx-voice/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { documentCounts } from "./document-counts.ts";
import { documentFile, type OperationExample, operationExamples } from "./operations-example.ts";
import { callOurs } from "./operations-example-call.ts";
import { type Prism, startPrism } from "./prism-server.ts";

const folder = fileURLToPath(new URL("../../shared/upstream/", import.meta.url));
const upstreamFiles = existsSync(folder) ? readdirSync(folder).filter((file) => file.startsWith("2026-07-16-")) : [];

/** What the upstream document does not allow of all arguments that ours does; a correction is the reason of each. */
const refusedUpstream = {
  // url-formats.yaml: the address may also be empty, which is no address.
  "callControlApplications.create": "422 body.webhook_event_failover_url format",
  "callControlApplications.update": "422 body.webhook_event_failover_url format",
  // preferred-codecs.yaml: any list of codecs, not only the one that upstream has as the single value.
  "calls.actions.answer": "422 body.preferred_codecs enum",
};

describe("Prism, serving the published document", () => testWith(documentFile, () => true, {}));

describe.skipIf(upstreamFiles.length === 0)("Prism, serving the upstream document (needs ../shared)", () =>
  testWith(`${folder}${upstreamFiles[0]}`, ({ isAhead }) => !isAhead, refusedUpstream),
);

function testWith(
  file: string,
  isServed: (example: OperationExample) => boolean,
  refused: Readonly<Record<string, string>>,
): void {
  const served = (fields: "required" | "all") => operationExamples(fields).filter(isServed);
  let prism: Prism;
  let client: TelnyxVoice;
  beforeAll(async () => {
    prism = await startPrism(file);
    const headers = { prefer: "dynamic=false" };
    client = new TelnyxVoice({ apiKey: "KEY", baseUrl: prism.baseUrl, maxRetries: 0, timeout: 30_000, headers });
  }, 180_000);
  afterAll(() => prism?.stop());

  /** Runs a test that shows, where it fails, what Prism printed. */
  const itShowing = (name: string, run: () => Promise<void>) =>
    it(name, { timeout: 120_000 }, ({ onTestFailed }) => {
      onTestFailed(() => void process.stderr.write(prism.tail()));
      return run();
    });

  itShowing("takes what the operations need, and answers what the client reads", async () => {
    const examples = served("required");
    // What a correction brings is the least of it.
    expect(examples.length).toBeGreaterThan(documentCounts.operations - 5);
    expect(await callAll(client, examples)).toEqual({ answered: examples.length, refused: {} });
  });

  itShowing("takes all arguments that the operations have", async () => {
    const examples = served("all");
    const answered = examples.length - Object.keys(refused).length;
    expect(await callAll(client, examples)).toEqual({ answered, refused });
  });

  itShowing("takes files, and gives one", async () => {
    const media = Buffer.from([0x52, 0x49, 0x46, 0x46, 0x00, 0xff, 0x0d, 0x0a]);
    const { data } = await client.media.upload({ media, media_name: "greeting", ttl_secs: 3600 });
    expect(data).toHaveProperty("media_name");
    expect((await client.media.update("greeting", { media })).data).toHaveProperty("media_name");
    const download = await client.media.download("greeting");
    expect(download.headers.get("content-type")).toBe("application/octet-stream");
    expect((await download.arrayBuffer()).byteLength).toBeGreaterThan(0);
  });

  itShowing("refuses a body that lacks a field, and a form that is sent as JSON", async () => {
    const incomplete = client.calls.dial({ from: "+13125550100" } as never);
    expect(refusalOf(await incomplete.catch((error: unknown) => error))).toBe("422 body required, body required");
    const form = client.request("POST", "/texml/Accounts/1/Queues", { body: { MaxSize: 1 } });
    expect(refusalOf(await form.catch((error: unknown) => error))).toMatch(/^415/);
  });
}

/** Calls each operation; gives how many were answered as they should be, and why the others were not. */
async function callAll(client: TelnyxVoice, examples: readonly OperationExample[]) {
  const refused: Record<string, string> = {};
  for (const example of examples) {
    const problem = await callOurs(client, example).withResponse().then(problemOf, refusalOf);
    if (problem !== undefined) refused[example.accessor] = problem;
  }
  return { answered: examples.length - Object.keys(refused).length, refused };
}

/** What is wrong with an answer: what it violates, or that the client has read something else from it. */
function problemOf({ data, response }: { readonly data: unknown; readonly response: Response }): string | undefined {
  const violations = response.headers.get("sl-violations");
  if (violations !== null) return `${response.status} ${violations}`;
  const type = response.status === 204 ? "undefined" : "object";
  return typeof data === type && data !== null ? undefined : `${response.status} was read as ${typeof data}`;
}

/** The status of an error, and what Prism says is wrong: in a header where the document has an answer for it. */
function refusalOf(error: unknown): string {
  if (!(error instanceof ApiError)) throw error;
  const { detail, validation } = (error.body ?? {}) as { detail?: string; validation?: Violation[] };
  const violations: Violation[] = JSON.parse(error.headers.get("sl-violations") ?? "null") ?? validation ?? [];
  const texts = violations.map(({ location, code }) => {
    return `${(location ?? []).filter((step) => step !== "request").join(".")} ${code}`;
  });
  return `${error.status} ${texts.join(", ") || detail}`;
}

interface Violation {
  readonly location?: readonly string[];
  readonly code: string;
}
