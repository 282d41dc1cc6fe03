import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { beforeAll, describe, expect, it } from "vitest";
import type { Diagnostic } from "../src/diagnostic.ts";
import { property } from "../src/document/event-name.ts";
import type { OpenApiDocument, Schema } from "../src/document/openapi.ts";
import { operationsOf } from "../src/document/operations.ts";
import { toPointer } from "../src/document/pointer.ts";
import { resolve } from "../src/document/resolve.ts";
import { walkDocument } from "../src/document/walk.ts";
import { generate } from "../src/generate.ts";
import { loadSpecs } from "../src/load/specs.ts";
import { makePrograms } from "../src/make-programs.ts";
import { fieldsOf } from "../src/model/shape.ts";
import type { Event, Model, Shape } from "../src/model.ts";
import type { Lock } from "../src/specs.ts";

const specsFolder = fileURLToPath(new URL("../../specs", import.meta.url));
const officialMethods = fileURLToPath(new URL("../../../shared/reference/telnyx-node-methods.tsv", import.meta.url));

let model: Model;
/** The types of requests, responses, events and schemas. */
let types: string;
let diagnostics: readonly Diagnostic[];
let lock: Lock;

beforeAll(async () => {
  const specs = await loadSpecs(specsFolder);
  if (specs.value === undefined) throw new Error(`The specs cannot be read: ${JSON.stringify(specs.diagnostics)}`);
  const made = await generate(specs.value, false, (_, run) => run(), makePrograms);
  if (made.value === undefined) throw new Error(`Nothing was generated: ${JSON.stringify(made.diagnostics)}`);
  model = made.value.model;
  lock = specs.value.lock;
  diagnostics = [...specs.diagnostics, ...made.diagnostics];
  const rooms = ["operations", "events", "schemas"].map((name) => `types/src/generated/${name}.ts`);
  types = made.value.files.flatMap(({ path, text }) => (rooms.includes(path) ? [text] : [])).join("");
}, 30_000);

/** The declaration of a type. */
function typeText(name: string): string {
  const start = types.indexOf(`\nexport type ${name} = {\n`);
  return start < 0 ? "" : types.slice(start, types.indexOf("\n};", start));
}

describe("the committed specs", () => {
  it("owe nothing", () => {
    expect(diagnostics).toEqual([]);
  });

  it("have all operations and events of the document, each in a family", () => {
    const { contract } = lock;
    expect(model.operations).toHaveLength([...operationsOf(model.document)].length);
    expect(model.operations.length).toBeGreaterThanOrEqual(contract.operations);
    expect(model.events).toHaveLength(Object.keys(model.document.webhooks ?? {}).length);
    expect(model.events.length).toBeGreaterThanOrEqual(contract.webhooks);
    const families = new Set(model.families.map(({ name }) => name));
    expect([...model.operations, ...model.events].filter(({ family }) => !families.has(family))).toEqual([]);
  });

  it("leave no family empty", () => {
    const used = new Set([...model.operations, ...model.events].map(({ family }) => family));
    expect(model.families.filter(({ name }) => !used.has(name))).toEqual([]);
  });
});

describe("corrections that list what upstream lists", () => {
  it("have each engine of a transcription", async () => {
    const field = (document: OpenApiDocument) =>
      document.components?.schemas?.["TranscriptionStartRequest"]?.properties?.["transcription_engine_config"];
    const { value } = await loadSpecs(specsFolder);
    const listed = value && field(value.contract)?.oneOf;
    expect(listed?.length).toBeGreaterThan(10);
    expect(field(model.document)?.anyOf).toEqual(expect.arrayContaining(listed ?? []));
  });
});

describe("operations", () => {
  it("each have an id and an accessor of their own", () => {
    expect(new Set(model.operations.map(({ id }) => id)).size).toBe(model.operations.length);
    expect(new Set(model.operations.map(({ accessor }) => accessor.join("."))).size).toBe(model.operations.length);
  });

  it.each([
    ["calls.dial", "post", "/calls"],
    ["calls.retrieveStatus", "get", "/calls/{call_control_id}"],
    ["calls.actions.answer", "post", "/calls/{call_control_id}/actions/answer"],
    ["calls.actions.bridge", "post", "/calls/{call_control_id}/actions/bridge"],
    ["calls.actions.updateClientState", "put", "/calls/{call_control_id}/actions/client_state_update"],
    ["callControlApplications.list", "get", "/call_control_applications"],
    ["callControlApplications.create", "post", "/call_control_applications"],
    ["callControlApplications.retrieve", "get", "/call_control_applications/{id}"],
    ["callControlApplications.update", "patch", "/call_control_applications/{id}"],
    ["callControlApplications.delete", "delete", "/call_control_applications/{id}"],
    ["connections.listActiveCalls", "get", "/connections/{connection_id}/active_calls"],
    ["callEvents.list", "get", "/call_events"],
    ["texml.accounts.calls.create", "post", "/texml/Accounts/{account_sid}/Calls"],
    ["texml.initiateAICall", "post", "/texml/ai_calls/{connection_id}"],
  ])("%s is %s %s", (accessor, method, path) => {
    const found = model.operations.find((operation) => operation.accessor.join(".") === accessor);
    expect({ method: found?.method, path: found?.path }).toEqual({ method, path });
  });

  it("all have a summary", () => {
    expect(model.operations.filter(({ text }) => text.summary === "").map(({ id }) => id)).toEqual([]);
  });
});

describe("events", () => {
  /** The schemas of what an event delivers and of its `data`. */
  function delivery(event: Event): { delivery: Schema; data: Schema } {
    const whole = model.document.components?.schemas?.[event.schema] ?? {};
    return { delivery: whole, data: property(model.document, whole, "data") ?? {} };
  }

  it("bear the only value that event_type has in the corrected document", () => {
    const values = model.events.map((event) => property(model.document, delivery(event).data, "event_type")?.enum);
    expect(values).toEqual(model.events.map(({ name }) => [name]));
    expect(new Set(model.events.map(({ name }) => name)).size).toBe(model.events.length);
  });

  it("have the envelope of the wire: data and what is in it required, meta optional", () => {
    const lines = model.events.map((event) => {
      const fields = [delivery(event).delivery, delivery(event).data].map((schema) =>
        fieldsOf(model.document, schema).map(({ name, required }) => `${name}${required ? "" : "?"}`),
      );
      return {
        name: event.name,
        top: fields[0]?.sort(),
        data: fields[1]?.filter((field) => !field.endsWith("?")).sort(),
      };
    });
    const data = ["event_type", "id", "payload", "record_type"];
    expect(lines).toEqual(model.events.map(({ name }) => ({ name, top: ["data", "meta?"], data })));
  });

  it("all have a summary and a payload that has fields", () => {
    const isEmpty = (shape: Shape) => shape.kind === "structure" && shape.fields.length === 0;
    expect(model.events.filter(({ text, payload }) => text.summary === "" || isEmpty(payload))).toEqual([]);
  });
});

describe("the types", () => {
  it("lets a caller leave out what has a default", () => {
    expect(typeText("DialRequest")).toMatch(/@default 30\n\s+\*\/\n\s+timeout_secs\?: number \| undefined;/);
  });

  it("requires a field with a default only where the document does", () => {
    const required = [...walkDocument(model.document)].flatMap(({ kind, value }) => {
      const { properties = {}, required = [] } = kind === "schema" ? (value as Schema) : {};
      return required.filter((name) => properties[name]?.default !== undefined);
    });
    const printed = [...types.matchAll(/@default [^\n]*\n(?:\s+\* [^\n]*\n)*(?:\s+\*\/\n)?\s{4,}(\w+)(\??):/g)];
    expect(printed.length).toBeGreaterThan(300);
    expect(printed.filter(([, , mark]) => mark === "").map(([, name]) => name)).toEqual(required);
  });

  it("has the values of the wire where upstream's discriminators have the names of schemas", () => {
    for (const model of ["deepgram/nova-2", "deepgram/nova-3"]) {
      expect(types).toContain(`transcription_model: "${model}";`);
    }
    expect(types).not.toMatch(/transcription_(engine|model): "[A-Z]\w+(Config|Request)"/);
  });

  it.each([
    ["AnswerRequest", "AnswerRequest"],
    ["DialRequest", "CallRequest"],
  ])("takes the preferred codecs of %s as one text", (type, name) => {
    expect(typeText(type)).toMatch(/\n\s+preferred_codecs\?: string \| undefined;/);
    const fields = fieldsOf(model.document, model.document.components?.schemas?.[name] ?? {});
    const codecs = fields.find((field) => field.name === "preferred_codecs");
    expect(codecs?.shape).toMatchObject({ kind: "scalar", type: "string" });
  });
});

/** Where our names are better than those of the official SDK. */
const renamed: Readonly<Record<string, string>> = {
  "texml.secrets": "texml.secrets.create",
  "texml.accounts.retrieveRecordingsJson": "texml.accounts.recordings.list",
  "texml.accounts.retrieveTranscriptionsJson": "texml.accounts.transcriptions.list",
  "texml.accounts.calls.retrieveCalls": "texml.accounts.calls.list",
  "texml.accounts.calls.calls": "texml.accounts.calls.create",
  "texml.accounts.calls.siprecJson": "texml.accounts.calls.siprec.start",
  "texml.accounts.calls.streamsJson": "texml.accounts.calls.streams.start",
  "texml.accounts.calls.recordingsJson.retrieveRecordingsJson": "texml.accounts.calls.recordings.list",
  "texml.accounts.calls.recordingsJson.recordingsJson": "texml.accounts.calls.recordings.start",
  "texml.accounts.calls.recordings.recordingSidJson": "texml.accounts.calls.recordings.update",
  "texml.accounts.calls.siprec.siprecSidJson": "texml.accounts.calls.siprec.update",
  "texml.accounts.calls.streams.streamingSidJson": "texml.accounts.calls.streams.update",
  "texml.accounts.conferences.retrieveConferences": "texml.accounts.conferences.list",
  "texml.accounts.conferences.retrieveRecordings": "texml.accounts.conferences.recordings.list",
  "texml.accounts.conferences.retrieveRecordingsJson": "texml.accounts.conferences.recordings.listJson",
  "texml.accounts.conferences.participants.retrieveParticipants": "texml.accounts.conferences.participants.list",
  "texml.accounts.conferences.participants.participants": "texml.accounts.conferences.participants.create",
  "texml.accounts.recordings.json.deleteRecordingSidJson": "texml.accounts.recordings.delete",
  "texml.accounts.recordings.json.retrieveRecordingSidJson": "texml.accounts.recordings.retrieve",
  "texml.accounts.transcriptions.json.deleteRecordingTranscriptionSidJson": "texml.accounts.transcriptions.delete",
  "texml.accounts.transcriptions.json.retrieveRecordingTranscriptionSidJson": "texml.accounts.transcriptions.retrieve",
};

describe.skipIf(!existsSync(officialMethods))(
  "the official SDK's methods (../shared/reference/telnyx-node-methods.tsv)",
  () => {
    it("are ours, but for the renamed ones of TeXML", () => {
      const [, ...lines] = readFileSync(officialMethods, "utf8").trimEnd().split("\n");
      const ours = new Map(
        model.operations.map(({ method, path, accessor }) => [`${method.toUpperCase()} ${path}`, accessor.join(".")]),
      );
      const pairs = lines.flatMap((line): [string, string][] => {
        const [official = "", method, path] = line.trim().split("\t");
        const own = ours.get(`${method} ${path}`);
        return own === undefined ? [] : [[official.replace(/^client\./, ""), own]];
      });
      expect(pairs).toHaveLength(lines.length);
      expect(new Set(pairs.map(([, own]) => own)).size).toBe(model.operations.length);
      expect(pairs).toEqual(pairs.map(([official]) => [official, renamed[official] ?? official]));
      expect(Object.keys(renamed).filter((name) => !pairs.some(([official]) => official === name))).toEqual([]);
    });
  },
);

describe("examples", () => {
  let faults: (pointer: string, value: unknown) => unknown[];

  beforeAll(() => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
    ajv.addFormat("iso-8601", true).addFormat("url", true);
    ajv.addSchema(model.document, "contract");
    faults = (pointer, value) => (ajv.validate({ $ref: `contract${pointer}` }, value) ? [] : (ajv.errors ?? []));
  });

  it("of all operations are what the contract allows", () => {
    for (const { id, path, method, example, body, pathParameters, query } of model.operations) {
      expect(Object.keys(example.path).sort(), id).toEqual(pathParameters.map(({ name }) => name).sort());
      const missing = query.filter(({ name, required }) => required && example.query?.[name] === undefined);
      expect(missing, id).toEqual([]);
      const content = bodyPointer(path, method);
      if (body === undefined) expect(example.body, id).toBeUndefined();
      else expect(faults(content, example.body), id).toEqual([]);
    }
  });

  it("of all events are what the contract allows, and hold every field that was seen", () => {
    for (const { name, schema, example, payload } of model.events) {
      expect(faults(toPointer(["components", "schemas", schema]), example), name).toEqual([]);
      const { data } = example as { data: { event_type: string; payload: object } };
      expect(data.event_type).toBe(name);
      if (payload.kind !== "structure") continue;
      const seen = payload.fields.filter(({ isUnseen }) => isUnseen !== true);
      expect(Object.keys(data.payload), name).toEqual(seen.map((field) => field.name));
    }
  });

  it("tell what a value is like", () => {
    const texts = JSON.stringify([...model.events, ...model.operations].map(({ example }) => example));
    expect(texts.match(/"\w+":\[?"text"/g)).toBeNull();
  });

  /** Where the schema of the first kind of body stands. */
  function bodyPointer(path: string, method: string): string {
    const object = model.document.paths[path]?.[method as "post"]?.requestBody;
    const place =
      object !== undefined && "$ref" in object ? object.$ref : toPointer(["paths", path, method, "requestBody"]);
    const [mediaType = ""] = Object.keys(resolve(model.document, object)?.content ?? {});
    return `${place}${toPointer(["content", mediaType, "schema"]).slice(1)}`;
  }
});
