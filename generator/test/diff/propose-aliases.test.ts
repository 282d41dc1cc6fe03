import { describe, expect, it } from "vitest";
import { diff } from "../../src/diff/diff.ts";
import { proposeAliases } from "../../src/diff/propose-aliases.ts";
import type { Specs } from "../../src/specs.ts";
import { type Draft, smallModel, smallSpecs } from "../small-specs.ts";

type Change = (specs: Draft<Specs>) => void;

/** What is proposed for a change of the small specs, and what the diff says once it is taken over. */
function proposed(change: Change) {
  const [base, head] = [smallModel(), smallModel(smallSpecs(change))];
  const aliases = proposeAliases(base, head, diff(base, head));
  const taken = smallModel(
    smallSpecs((specs) => {
      change(specs);
      specs.names.aliases = aliases;
    }),
  );
  const left = diff(base, taken).filter(({ typescript }) => typescript === "breaking");
  return { aliases, left: left.map(({ rule }) => rule), again: proposeAliases(base, taken, diff(base, taken)) };
}

const none = { methods: {}, types: {}, schemas: {} };

describe("proposeAliases", () => {
  it("has nothing to propose where nothing was renamed", () => {
    const found = proposed(({ contract }) => {
      delete contract.paths["/calls/{call_id}"];
    });
    expect(found).toEqual({ aliases: none, left: ["operation-removed"], again: none });
  });

  it("proposes the former method and types of operations and events", () => {
    const found = proposed(({ names }) => {
      names.operations["DialCall"] = { method: "calls.create", type: "CreateCall" };
      names.events["callEnded"] = { event: "call.hangup", type: "CallEnd" };
    });
    expect(found).toEqual({
      aliases: {
        methods: { "calls.dial": "calls.create" },
        types: {
          DialResponse: "CreateCallResponse",
          CallHangupEvent: "CallEndEvent",
          CallHangupPayload: "CallEndPayload",
        },
        schemas: {},
      },
      left: [],
      again: none,
    });
  });

  it("proposes the former name of a schema, and its type where that went by another name", () => {
    const rename: Change = (specs) => {
      const { Error: error, ...schemas } = specs.contract.components?.schemas ?? {};
      const text = JSON.stringify({ ...specs.contract, components: { schemas: { ...schemas, ApiError: error } } });
      specs.contract = JSON.parse(text.replaceAll("schemas/Error", "schemas/ApiError"));
    };
    expect(proposed(rename)).toEqual({ aliases: { ...none, schemas: { Error: "ApiError" } }, left: [], again: none });
    const base = smallModel(
      smallSpecs(({ names }) => {
        names.schemas = { Error: "Failure" };
      }),
    );
    const head = smallModel(smallSpecs(rename));
    expect(proposeAliases(base, head, diff(base, head))).toEqual({
      methods: {},
      types: { Failure: "ApiError" },
      schemas: { Error: "ApiError" },
    });
  });

  it("proposes the former type of a schema that only names.json calls otherwise", () => {
    const found = proposed(({ names }) => {
      names.schemas = { Error: "Failure" };
    });
    expect(found).toEqual({ aliases: { ...none, types: { Error: "Failure" } }, left: [], again: none });
  });

  it("proposes no name that something else has now", () => {
    const found = proposed(({ names }) => {
      names.operations["HangupCall"] = { method: "calls.dial", type: "Dial" };
      names.operations["DialCall"] = { method: "calls.create", type: "CreateCall" };
    });
    expect(found.aliases.methods).toEqual({ "calls.hangup": "calls.dial" });
    expect(found.left).toEqual(["method-renamed"]);
  });
});
