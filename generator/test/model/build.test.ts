import { describe, expect, it } from "vitest";
import { assign } from "../../src/assign.ts";
import { buildModel } from "../../src/model/build.ts";
import type { Specs } from "../../src/specs.ts";
import { type Draft, smallModel, smallSpecs } from "../small-specs.ts";

function build(change: (specs: Draft<Specs>) => void = () => {}) {
  const specs = smallSpecs(change);
  return buildModel(specs.contract, assign(specs.contract, specs.slice), specs, specs.wordings[0]);
}

const found = (change: (specs: Draft<Specs>) => void) =>
  build(change).diagnostics.map(({ severity, code, message, pointer }) => `${severity} ${code} ${pointer}: ${message}`);

describe("buildModel", () => {
  it("tells the contract's facts", () => {
    expect(build().value.contract).toEqual({
      title: "Small Voice",
      version: "2.0.0",
      sha256: "c0de",
      source: { repository: "example.com/openapi", path: "spec.yml", commit: "abc1234", date: "2026-01-02" },
      server: "https://api.example.com/v2",
    });
  });

  it("has an empty server where the document has none", () => {
    expect(build(({ contract }) => delete contract.servers).value.contract.server).toBe("");
  });

  it("lists the families in the order of the slice, with the wording or else the title", () => {
    const { families } = build(({ slice, wordings }) => {
      slice.families.reverse();
      wordings[0] = { ...wordings[0], families: { calls: { summary: "Worded" } } } as (typeof wordings)[0];
    }).value;
    expect(families).toEqual([
      { name: "recordings", title: "Recordings", text: { summary: "Recordings" } },
      { name: "calls", title: "Calls", text: { summary: "Worded" } },
    ]);
  });

  it("takes a family's title from the wording where that has one", () => {
    const { families } = build(({ wordings: [wording] }) => {
      Object.assign(wording?.families ?? {}, { calls: { title: "通话", summary: "拨打和接听" } });
    }).value;
    expect(families[0]).toEqual({ name: "calls", title: "通话", text: { summary: "拨打和接听" } });
    expect(families[1]?.title).toBe("Recordings");
  });

  it("lists operations by path and method, each with its family and accessor", () => {
    const lines = build().value.operations.map(({ id, family, accessor }) => `${id} ${family} ${accessor.join(".")}`);
    expect(lines).toEqual([
      "ListCalls calls calls.list",
      "DialCall calls calls.dial",
      "HangupCall calls calls.hangup",
      "BridgeCall calls calls.actions.bridge",
      "CreateTexmlCall calls texml.accounts.calls.create",
      "DownloadRecording recordings recordings.download",
    ]);
  });

  it("gives operations the events that follow, those that are not there as well, which lint reports", () => {
    const events = build(({ triggers }) => Object.assign(triggers, { DialCall: ["call.hangup", "gone"] })).value
      .operations;
    const names = events.map(({ events }) => events.map(({ name }) => name));
    expect(names).toEqual([[], ["call.hangup", "gone"], [], [], [], []]);
  });

  it("gives each event what it comes under, whichever way that is written", () => {
    const { operations } = build(({ triggers, wordings: [wording] }) => {
      Object.assign(wording ?? {}, { occasions: { busy: "if it is busy" } });
      Object.assign(triggers, {
        DialCall: [
          "call.answered",
          { event: "a", when: "to", occasion: "busy" },
          { event: "b", when: { to: "x" }, occasion: "untold" },
          { event: "c", when: { to: ["x", 1, true] } },
          { event: "d", when: ["to", { "a.b": false }], occasion: "constructor" },
        ],
      });
    }).value;
    expect(operations.find(({ id }) => id === "DialCall")?.events).toEqual([
      { name: "call.answered", when: [], occasion: "" },
      { name: "a", when: [{ field: "to", values: [] }], occasion: "if it is busy" },
      { name: "b", when: [{ field: "to", values: ["x"] }], occasion: "" },
      { name: "c", when: [{ field: "to", values: ["x", 1, true] }], occasion: "" },
      {
        name: "d",
        when: [
          { field: "to", values: [] },
          { field: "a.b", values: [false] },
        ],
        occasion: "",
      },
    ]);
  });

  it("lists events by their name on the wire, not by their key", () => {
    expect(build().value.events.map(({ key, name }) => `${name} ${key}`)).toEqual([
      "call.answered callAnswered",
      "call.hangup callEnded",
    ]);
  });

  it("lists the component schemas with the names of their types", () => {
    const { schemas } = build(({ names, contract }) => {
      names.schemas = { Error: "ApiError" };
      contract.components = { schemas: { Error: { type: "string" }, "call-recordings_Meta": { type: "integer" } } };
    }).value;
    expect(schemas).toEqual([
      {
        name: "Error",
        typeName: "ApiError",
        shape: { kind: "scalar", type: "string", limits: {} },
        pointer: "#/components/schemas/Error",
      },
      {
        name: "call-recordings_Meta",
        typeName: "CallRecordingsMeta",
        shape: { kind: "scalar", type: "integer", limits: {} },
        pointer: "#/components/schemas/call-recordings_Meta",
      },
    ]);
  });

  it("carries the document itself", () => {
    const specs = smallSpecs();
    const { document } = buildModel(specs.contract, assign(specs.contract, specs.slice), specs, undefined).value;
    expect(document).toBe(specs.contract);
  });

  it("is plain data: JSON and back is the same", () => {
    const model = smallModel();
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
  });
});

describe("buildModel: what cannot be named is left out and reported", () => {
  const tables: readonly [string, (specs: Draft<Specs>) => void, readonly string[]][] = [
    ["nothing, where all is named", () => {}, []],
    [
      "an operation of no family",
      ({ slice }) => {
        slice.families = slice.families.filter(({ name }) => name !== "recordings");
      },
      ["error family-missing #/paths/~1recordings~1{id}.mp3/get: GET /recordings/{id}.mp3 belongs to no family."],
    ],
    [
      "an operation without an operationId",
      ({ contract }) => delete contract.paths["/calls"]?.post?.operationId,
      ["error operation-without-id #/paths/~1calls/post: POST /calls has no operationId."],
    ],
    [
      "an operation without an entry in names.json",
      ({ names }) => delete names.operations["DialCall"],
      ["error operation-without-name #/paths/~1calls/post: specs/names.json has no entry for DialCall."],
    ],
    [
      "an operation whose id every object has as a member",
      ({ contract }) => Object.assign(contract.paths["/calls"]?.post ?? {}, { operationId: "constructor" }),
      ["error operation-without-name #/paths/~1calls/post: specs/names.json has no entry for constructor."],
    ],
    [
      "an event without an entry in names.json",
      ({ names }) => delete names.events["callEnded"],
      ["error event-without-name #/webhooks/callEnded: specs/names.json has no entry for the webhook callEnded."],
    ],
  ];
  it.each(tables)("%s", (_, change, want) => {
    expect(found(change)).toEqual(want);
  });

  it("keeps everything else", () => {
    const { value } = build(({ names }) => delete names.operations["DialCall"]);
    expect(value.operations.map(({ id }) => id)).not.toContain("DialCall");
    expect(value.operations).toHaveLength(5);
    expect(value.events).toHaveLength(2);
  });
});
