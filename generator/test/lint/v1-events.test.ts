import { describe, expect, it } from "vitest";
import { v1Events } from "../../src/lint/v1-events.ts";
import type { V1Events } from "../../src/specs.ts";
import { smallModel } from "../small-specs.ts";

describe("v1Events", () => {
  const source = { kind: "page", at: "example.com/v1" } as const;
  const found = (entries: V1Events) => [...v1Events(smallModel(), { v1Events: entries })];

  it("is content where each name leads to an event, or there is none", () => {
    expect(found({})).toEqual([]);
    expect(found({ call_answered: { event: "call.answered", source } })).toEqual([]);
  });

  it("reports a name that leads nowhere, and one that is an event's own", () => {
    const entries = {
      dtmf: { event: "call.dtmf", source },
      "call.hangup": { event: "call.answered", source },
    };
    expect(found(entries).map(({ code, message, file, pointer }) => [code, message, file, pointer])).toEqual([
      [
        "v1-event-missing",
        "dtmf leads to call.dtmf, which is no event of the contract.",
        "specs/v1-events.yaml",
        "#/dtmf/event",
      ],
      ["v1-event-missing", "call.hangup is an event of the contract itself.", "specs/v1-events.yaml", "#/call.hangup"],
    ]);
  });
});
