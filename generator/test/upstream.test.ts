import { existsSync, readdirSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CORE_SCHEMA, dump } from "js-yaml";
import { beforeAll, describe, expect, it } from "vitest";
import { eventName } from "../src/document/event-name.ts";
import { operationKey } from "../src/document/openapi.ts";
import { operationsOf } from "../src/document/operations.ts";
import { type LoadedDocument, loadDocument } from "../src/load/document.ts";
import { loadSyncedSpecs, type SyncedSpecs } from "../src/load/specs.ts";
import type { FamilyDefinition } from "../src/specs.ts";
import { printJson, sync } from "../src/sync.ts";

const folder = fileURLToPath(new URL("../../../shared/upstream/", import.meta.url));
const committed = fileURLToPath(new URL("../../specs/", import.meta.url));

const july = "2026-07-16-307d955.yml";
const february = "2026-02-26-f729e1f.json";

async function load(name: string): Promise<LoadedDocument> {
  const { value, diagnostics } = await loadDocument(join(folder, name));
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  return value;
}

describe.skipIf(!existsSync(folder))("upstream's documents (needs ../shared)", () => {
  let specs: SyncedSpecs;
  const documents: Record<string, LoadedDocument> = {};

  beforeAll(async () => {
    const loaded = await loadSyncedSpecs(committed);
    if (loaded.value === undefined) throw new Error(JSON.stringify(loaded.diagnostics));
    specs = loaded.value;
    for (const name of [july, february]) documents[name] = await load(name);
  }, 20_000);

  /** What `sync` makes of one of the documents. */
  function synced(name: string, given: SyncedSpecs = specs) {
    const { value, diagnostics } = sync(documents[name] as LoadedDocument, given);
    if (value === undefined) throw new Error(JSON.stringify(diagnostics));
    return { ...value, diagnostics };
  }

  describe("of July 2026", () => {
    it("have 141 operations and 55 webhooks of voice, and nothing that is unclaimed", () => {
      const { contract, lock, newNames, diagnostics } = synced(july);
      const keys = [...operationsOf(contract)].map(({ method, path }) => operationKey(method, path));
      expect(keys).toHaveLength(141);
      expect(keys).toContain("GET /call_events");
      expect(keys).not.toContain("GET /call_reasons");
      const events = Object.values(contract.webhooks ?? {}).map((webhook) => eventName(contract, webhook));
      expect(new Set(events).size).toBe(55);
      expect(events).not.toContain(undefined);
      expect({ newNames, diagnostics, unclaimed: lock.unclaimed }).toEqual({
        newNames: [],
        diagnostics: [],
        unclaimed: [],
      });
    });

    it("give the contract and the lock that are committed, byte for byte", async () => {
      const { contract, lock } = synced(july);
      expect(printJson(contract) === (await readFile(join(committed, "voice.openapi.json"), "utf8"))).toBe(true);
      expect(printJson(lock)).toBe(await readFile(join(committed, "voice.lock.json"), "utf8"));
    });

    it("give the codes of errors that are committed, and no text of theirs", () => {
      const { errorCodes } = synced(july);
      expect(specs.errorCodes).toEqual(errorCodes);
      expect(errorCodes).toContainEqual({ code: "90018", status: "422", response: "UnprocessableEntityResponse" });
      const under422 = errorCodes.filter(({ response }) => response === "UnprocessableEntityResponse");
      expect(under422).toHaveLength(19);
      expect(new Set(errorCodes.flatMap((fact) => Object.keys(fact)))).toEqual(new Set(["code", "status", "response"]));
    });

    it("give the contract again from the contract", () => {
      const { contract } = synced(july);
      const again = sync({ ...(documents[july] as LoadedDocument), document: contract }, specs);
      expect(again.diagnostics).toEqual([]);
      expect(printJson(again.value?.contract) === printJson(contract)).toBe(true);
    });
  });

  it("of February 2026 have 137 operations and 50 webhooks of voice", () => {
    expect(synced(february).lock.contract).toMatchObject({ operations: 137, webhooks: 50 });
  });

  it("from February to July 2026 bring four operations and five events, and take none away", () => {
    const { operations, events } = synced(july, { ...specs, contract: synced(february).contract }).comparison;
    expect({ added: operations.added, removed: operations.removed }).toEqual({
      added: [
        "POST /calls/{call_control_id}/actions/ai_assistant_join",
        "POST /calls/{call_control_id}/actions/conversation_relay_start",
        "POST /calls/{call_control_id}/actions/conversation_relay_stop",
        "POST /texml/ai_calls/{connection_id}",
      ],
      removed: [],
    });
    expect({ added: events.added, removed: events.removed }).toEqual({
      added: [
        "call.cost",
        "call.deepfake_detection.error",
        "call.deepfake_detection.result",
        "call.hold",
        "call.unhold",
      ],
      removed: [],
    });
  });

  it.each([
    {
      name: february,
      what: "JSON written as YAML",
      write: (document: unknown) => dump(document, { schema: CORE_SCHEMA, noRefs: true }),
    },
    { name: july, what: "YAML written as JSON", write: (document: unknown) => JSON.stringify(document) },
  ])(
    "in $what are equal",
    async ({ name, write }) => {
      const { document } = documents[name] as LoadedDocument;
      const temporary = await mkdtemp(join(tmpdir(), "upstream-"));
      try {
        await writeFile(join(temporary, "other"), write(document));
        const { value } = await loadDocument(join(temporary, "other"));
        expect(value?.document).toEqual(document);
      } finally {
        await rm(temporary, { recursive: true });
      }
    },
    20_000,
  );

  describe("with a family that takes less", () => {
    /** What is unclaimed of July's document after a change of one family. */
    function unclaimed(name: string, change: (family: FamilyDefinition) => FamilyDefinition) {
      const families = specs.slice.families.map((family) => (family.name === name ? change(family) : family));
      const { lock, diagnostics } = synced(july, { ...specs, slice: { ...specs.slice, families } });
      return { listed: lock.unclaimed, reported: diagnostics.map(({ code, pointer }) => `${code} ${pointer}`) };
    }

    it("report and list its operations", () => {
      const without = unclaimed("telnyx-voice-dialogflow", (family) => ({ ...family, tags: [] }));
      const path = "/dialogflow_connections/{connection_id}";
      expect(without.listed).toEqual(["DELETE", "GET", "POST", "PUT"].map((method) => `${method} ${path}`));
      const pointer = "#/paths/~1dialogflow_connections~1{connection_id}";
      expect(without.reported).toEqual(
        ["get", "post", "put", "delete"].map((method) => `operation-unclaimed ${pointer}/${method}`),
      );
    });

    it("report and list its events", () => {
      const without = unclaimed("telnyx-voice-streaming", (family) => ({
        ...family,
        events: family.events.filter((event) => event !== "streaming.*"),
      }));
      expect(without.listed).toEqual(["streaming.failed", "streaming.started", "streaming.stopped"]);
      expect(without.reported).toEqual([
        "webhook-unclaimed #/webhooks/callStreamingFailed",
        "webhook-unclaimed #/webhooks/callStreamingStarted",
        "webhook-unclaimed #/webhooks/callStreamingStopped",
      ]);
    });
  });

  it("tell of callbacks of TeXML, which come as forms, and of nothing that is not voice", () => {
    const { document, ...source } = documents[july] as LoadedDocument;
    const form = { "application/x-www-form-urlencoded": { schema: { type: "object" } } };
    const webhooks = {
      ...document.webhooks,
      TexmlRecordingCompletedWebhook: { post: { requestBody: { content: form } } },
      messageArchived: { post: { requestBody: { content: { "application/json": { schema: { type: "object" } } } } } },
    };
    const { value, diagnostics } = sync({ ...source, document: { ...document, webhooks } }, specs);
    expect(diagnostics.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      "webhook-unclaimed #/webhooks/TexmlRecordingCompletedWebhook",
    ]);
    expect(value?.lock.unclaimed).toEqual(["TexmlRecordingCompletedWebhook"]);
    expect(printJson(value?.contract)).toBe(printJson(synced(july).contract));
  });

  it.each(
    existsSync(folder) ? readdirSync(folder).filter((name) => /\.(json|yml)$/.test(name) && name !== "index.json") : [],
  )(
    "%s can be read and cut, or says why not",
    async (name) => {
      const { value, diagnostics } = sync(documents[name] ?? (await load(name)), specs, true);
      expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
      expect(value?.lock.contract.operations).toBeGreaterThan(0);
    },
    20_000,
  );
});
