import { describe, expect, it } from "vitest";
import { unusedTriggers } from "../../src/lint/unused-triggers.ts";
import type { Triggers } from "../../src/specs.ts";
import { smallModel } from "../small-specs.ts";

describe("unusedTriggers", () => {
  const found = (triggers: Triggers) => [...unusedTriggers(smallModel(), { triggers })];

  it("is content where each entry names something, or there is none", () => {
    expect(found({})).toEqual([]);
    expect(found({ DialCall: ["call.answered", "call.hangup"], HangupCall: ["call.hangup"], ListCalls: [] })).toEqual(
      [],
    );
    expect(found({ DialCall: [{ event: "call.answered", occasion: "busy" }] })).toEqual([]);
  });

  it("reports operations and events that are not there, and an event that stands twice", () => {
    const again = { event: "call.hangup", when: "to" };
    const triggers = { DialCall: ["callAnswered", "call.hangup", again], "Gone/Call": [again] };
    expect(found(triggers).map(({ code, message, file, pointer }) => [code, message, file, pointer])).toEqual([
      ["trigger-unused", "The contract has no event callAnswered.", "specs/triggers.yaml", "#/DialCall/0"],
      ["trigger-unused", "DialCall has the event call.hangup twice.", "specs/triggers.yaml", "#/DialCall/2"],
      ["trigger-unused", "The contract has no operation Gone/Call.", "specs/triggers.yaml", "#/Gone~1Call"],
    ]);
  });
});
