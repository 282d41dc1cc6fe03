import { describe, expect, it } from "vitest";
import { usualFields } from "../../../../src/emit/docs/skills/usual-fields.ts";

const ids = ["call_control_id", "call_leg_id", "call_session_id"];
const many = (count: number, names: readonly string[]) => Array.from({ length: count }, () => names);

describe("usualFields", () => {
  it("are those that most events have, even if some have none of them", () => {
    expect(usualFields([...many(9, [...ids, "from"]), ["from", "id"], ids])).toEqual(["from", ...ids].sort());
    expect(usualFields([...many(30, ids), ...many(3, [...ids, "rare"])])).toEqual(ids);
    expect(usualFields([...many(12, ids), ...many(11, ["id"])])).toEqual(ids);
  });

  it("are none where hardly anything would be saved", () => {
    expect(usualFields([])).toEqual([]);
    expect(usualFields([ids, ids])).toEqual([]);
    expect(usualFields(["a", "b", "c"].map((name) => [name]))).toEqual([]);
  });
});
