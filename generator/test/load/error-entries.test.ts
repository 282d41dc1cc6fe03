import { describe, expect, it } from "vitest";
import { errorEntries } from "../../src/load/error-entries.ts";

const source = { kind: "page", at: "p" };
const entry = (name: unknown, place: object = {}) => ({
  name,
  at: [{ status: "422", operations: ["*"], source, ...place }],
});
const faults = (value: unknown) => errorEntries(value).map(({ keys, message }) => [keys.join("/"), message]);

describe("errorEntries", () => {
  it("takes entries with a name, a status, operations and a source", () => {
    expect(
      faults({ "90018": entry("callEnded"), "10016": entry("phoneNumberNotE164", { except: ["HangupCall"] }) }),
    ).toEqual([]);
  });

  it("refuses names that could be none of TypeScript's, and one that two codes have", () => {
    for (const name of ["default", "CallEnded", "call_ended", "call-ended", "", 7, "a;b", "constructor"]) {
      expect(faults({ "90018": entry(name) }), String(name)).toEqual([
        ["90018/name", "It is no name of two words or more, such as `callEnded`."],
      ]);
    }
    expect(faults({ "90018": entry("callEnded"), "90019": entry("callEnded") })).toEqual([
      ["90019/name", "90018 is called callEnded as well."],
    ]);
  });

  it("refuses a status that is none of an error or no text, and evidence of no kind", () => {
    for (const status of [422, "200", "4XX", "default"]) {
      expect(faults({ "90018": entry("callEnded", { status }) })[0]?.[0], String(status)).toBe("90018/at/0/status");
    }
    expect(faults({ "90018": entry("callEnded", { source: { kind: "hearsay" } }) })[0]?.[0]).toBe(
      "90018/at/0/source/kind",
    );
    expect(faults([])).not.toEqual([]);
  });
});
