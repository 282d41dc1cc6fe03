import { describe, expect, it } from "vitest";
import { evidence } from "../../src/load/evidence.ts";

const told = (value: unknown) => evidence(value).map(({ keys, message }) => [...keys, message]);

describe("evidence", () => {
  it.each([
    { kind: "delivery", seen: "24 of 27, 2020-07 to 2026-08" },
    { kind: "delivery", seen: "1 of 1, 2025-09" },
    { kind: "page", at: "developers.telnyx.com/docs" },
    { kind: "sdk", at: "telnyx@7.24.0 src/resources/calls/calls.ts" },
    { kind: "document", at: "CallRequest" },
    [
      { kind: "guess", why: "All others have it." },
      { kind: "page", at: "example.com" },
    ],
  ])("takes %j", (value) => expect(told(value)).toEqual([]));

  const form = "It is not of the form `24 of 27, 2020-07 to 2026-08`.";
  it.each<[unknown, unknown[]]>([
    ["delivery", ["It is no object with a `kind`."]],
    [{ kind: "rumour" }, ["kind", "It is none of delivery, page, sdk, document, guess."]],
    [{ kind: "constructor" }, ["kind", "It is none of delivery, page, sdk, document, guess."]],
    [{ kind: "delivery" }, ["It lacks seen."]],
    [{ kind: "delivery", seen: "often" }, ["seen", form]],
    [{ kind: "delivery", seen: "9 of 8, 2020-07" }, ["seen", form]],
    [{ kind: "delivery", seen: "1 of 8, 2020-13" }, ["seen", form]],
    [{ kind: "delivery", seen: "0 of 0, 2020-07" }, ["seen", form]],
    [{ kind: "delivery", seen: "1 of 8, 2026-08 to 2020-01" }, ["seen", form]],
    [{ kind: "page", at: " " }, ["at", "It is an empty text."]],
    [{ kind: "guess" }, ["It lacks why."]],
    [[], ["It is an empty list."]],
    [
      [{ kind: "sdk", at: "x" }, { kind: "sdk" }],
      [1, "It lacks at."],
    ],
  ])("refuses %j", (value, want) => expect(told(value)).toEqual([want]));
});
