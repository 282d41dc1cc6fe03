import { describe, expect, it } from "vitest";
import { buildAliases } from "../../src/model/aliases.ts";
import { smallModel } from "../small-specs.ts";

const found = (former: Parameters<typeof buildAliases>[1]) => {
  const { value, diagnostics } = buildAliases(smallModel(), former);
  return { value, codes: diagnostics.map(({ code, severity, pointer }) => `${severity} ${code} ${pointer}`) };
};
const none = { methods: [], types: [], schemas: [] };

describe("buildAliases", () => {
  it("takes the former names that lead somewhere and are free", () => {
    const methods = { "calls.call": "calls.dial", "phone.lines.call": "calls.dial" };
    const types = { CallRequest: "DialRequest", RingEvent: "CallAnsweredEvent", Fault: "Error" };
    expect(found({ methods, types, schemas: { call_error: "Error" } })).toEqual({
      value: {
        methods: [
          { name: "calls.call", target: "calls.dial" },
          { name: "phone.lines.call", target: "calls.dial" },
        ],
        types: [
          { name: "CallRequest", target: "DialRequest" },
          { name: "RingEvent", target: "CallAnsweredEvent" },
          { name: "Fault", target: "Error" },
        ],
        schemas: [{ name: "call_error", target: "Error", typeName: "CallError" }],
      },
      codes: [],
    });
  });

  it("has none where names.json has none", () => {
    expect(found({})).toEqual({ value: none, codes: [] });
  });

  it("reports those that lead nowhere, and leaves them out", () => {
    const former = { methods: { "a.b": "calls.call" }, types: { A: "Gone" }, schemas: { "a/b": "Gone" } };
    expect(found(former)).toEqual({
      value: none,
      codes: [
        "debt alias-target-missing #/aliases/methods/a.b",
        "debt alias-target-missing #/aliases/types/A",
        "debt alias-target-missing #/aliases/schemas/a~1b",
      ],
    });
  });

  it("reports those that something else is called: methods, resources, what is below a method, types, schemas", () => {
    const taken = ["calls.list", "calls.actions", "calls.list.all"];
    const methods = Object.fromEntries(taken.map((name) => [name, "calls.dial"]));
    const types = { Call: "Error", VoiceEvent: "Error" };
    expect(found({ methods, types, schemas: { Call: "Error" } })).toEqual({
      value: none,
      codes: [
        ...taken.map((name) => `debt alias-name-taken #/aliases/methods/${name}`),
        "debt alias-name-taken #/aliases/types/Call",
        "debt alias-name-taken #/aliases/types/VoiceEvent",
        "debt alias-name-taken #/aliases/schemas/Call",
      ],
    });
  });

  it("reports those that cannot be names", () => {
    expect(found({ methods: { "calls.*/": "calls.dial" }, types: { "= 1": "Error" } })).toEqual({
      value: none,
      codes: ["error method-name-invalid #/aliases/methods/calls.*~1", "error type-name-invalid #/aliases/types/= 1"],
    });
  });

  it("keeps the key of a schema whose type something else has", () => {
    expect(
      found({ types: { Fault: "Error" }, schemas: { fault: "Error", dial_response: "Call" } }).value.schemas,
    ).toEqual([
      { name: "fault", target: "Error" },
      { name: "dial_response", target: "Call" },
    ]);
  });
});
