import { describe, expect, it } from "vitest";
import { trigger } from "../../src/load/trigger.ts";

/** What is wrong with an entry, after the keys that lead there. */
const found = (entry: unknown) => trigger(entry).map(({ keys, message }) => `${keys.join(".")}: ${message}`);

describe("an entry of triggers.yaml", () => {
  it.each([
    "call.answered",
    { event: "call.hold", occasion: "held" },
    { event: "streaming.started", when: "stream_url" },
    { event: "a", when: { amd: "premium" } },
    { event: "a", when: { amd: ["premium", "detect"] } },
    { event: "a", when: ["assistant", { record: true }, { tries: 3 }] },
    { event: "a", source: { kind: "document", at: "CallRequest" } },
  ])("may be %j", (entry) => {
    expect(found(entry)).toEqual([]);
  });

  it.each<[unknown, string]>([
    [1, ": It is neither the name of an event nor an object with its `event`."],
    [["call.hold"], ": It is neither the name of an event nor an object with its `event`."],
    [{ when: "stream_url" }, ": It lacks event."],
    [
      { "call.hold": { occasion: "held" }, event: "a" },
      ": It has call.hold, which is none of event, when, occasion, source.",
    ],
    [{ event: "a", if: "stream_url" }, ": It has if, which is none of event, when, occasion, source."],
    [{ event: "a", when: true }, "when: It is neither the name of a field nor an object with its values."],
    [{ event: "a", when: [] }, "when: It is an empty list."],
    [{ event: "a", when: ["b", 1] }, "when.1: It is neither the name of a field nor an object with its values."],
    [{ event: "a", when: { b: 1, c: 2 } }, "when: It has 2 fields, not one; write alternatives as a list."],
    [{ event: "a", when: {} }, "when: It has 0 fields, not one; write alternatives as a list."],
    [{ event: "a", when: { b: null } }, "when.b: It is no text, no number, and neither true nor false."],
    [{ event: "a", when: { b: [] } }, "when.b: It is an empty list."],
    [{ event: "a", when: { b: ["c", {}] } }, "when.b.1: It is no text, no number, and neither true nor false."],
    [{ event: "a", occasion: 1 }, "occasion: It is no text."],
    [{ event: "a", source: { kind: "guess" } }, "source: It lacks why."],
  ])("is refused where it is %j", (entry, want) => {
    expect(found(entry)).toEqual([want]);
  });
});
