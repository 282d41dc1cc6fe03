import { describe, expect, it } from "vitest";
import { typeNames } from "../../src/lint/type-names.ts";
import type { Specs } from "../../src/specs.ts";
import { type Draft, smallModel, smallSpecs } from "../small-specs.ts";

function found(change: (specs: Draft<Specs>) => void): string[] {
  const model = smallModel(smallSpecs(change));
  return [...typeNames(model)].map(({ severity, code, message, pointer }) => {
    return `${severity} ${code} ${pointer}: ${message}`;
  });
}

const operation = (id: string, type: string) => (specs: Draft<Specs>) => {
  const entry = specs.names.operations[id];
  if (entry) entry.type = type;
};
const schema = (name: string, type: string) => (specs: Draft<Specs>) => {
  specs.names.schemas = { [name]: type };
};

describe("typeNames", () => {
  const tables: readonly [string, (specs: Draft<Specs>) => void, readonly string[]][] = [
    ["is content with the small model, where a body and its schema share a name", () => {}, []],
    [
      "reports two operations that share a type of their own",
      operation("CreateTexmlCall", "ListCalls"),
      [
        "error type-name-duplicate #/paths/~1texml~1Accounts~1{account_sid}~1Calls/post: " +
          "the query of the operation CreateTexmlCall and the query of the operation ListCalls are both called ListCallsQuery.",
      ],
    ],
    [
      "is content where two responses of one name are one schema",
      operation("BridgeCall", "Dial"),
      [
        "error type-name-duplicate #/paths/~1calls~1{call_id}~1actions~1bridge/post: " +
          "the body of the operation BridgeCall and the body of the operation DialCall are both called DialRequest.",
      ],
    ],
    [
      "reports a response that is called like another schema",
      schema("Error", "DialResponse"),
      [
        "error schema-name-taken #/paths/~1calls/post: " +
          "the response of the operation DialCall and the schema Error are both called DialResponse.",
      ],
    ],
    [
      "reports two schemas of one name",
      schema("Error", "Call"),
      [
        "error schema-name-taken #/components/schemas/Error: the schema Error and the schema Call are both called Call.",
      ],
    ],
    [
      "reports a payload that is called like a schema",
      schema("Error", "CallAnsweredPayload"),
      [
        "error schema-name-taken #/webhooks/callAnswered: " +
          "the payload of the event call.answered and the schema Error are both called CallAnsweredPayload.",
      ],
    ],
    [
      "reports a name of the packages' own",
      schema("Error", "VoiceEventMap"),
      [
        "error schema-name-taken #/components/schemas/Error: " +
          "the schema Error and the packages themselves are both called VoiceEventMap.",
      ],
    ],
    [
      "reports what cannot name a type",
      schema("Error", "Not a type"),
      ["error type-name-invalid #/components/schemas/Error: the schema Error cannot be called Not a type."],
    ],
    [
      "reports a type name that starts with a digit, for each type made of it",
      operation("ListCalls", "1st"),
      [
        "error type-name-invalid #/paths/~1calls/get: the query of the operation ListCalls cannot be called 1stQuery.",
        "error type-name-invalid #/paths/~1calls/get: the response of the operation ListCalls cannot be called 1stResponse.",
      ],
    ],
  ];
  it.each(tables)("%s", (_, change, want) => {
    expect(found(change)).toEqual(want);
  });
});
