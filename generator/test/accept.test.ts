import { describe, expect, it } from "vitest";
import { accept } from "../src/accept.ts";
import type { Acceptance } from "../src/specs.ts";
import { made } from "./diff/report/made-report.ts";

const gone = made({ rule: "operation-removed", path: "", base: "#/paths/~1calls/post" });
const field = made({ rule: "request-property-removed", path: "a.b", base: "#/x", head: "#/y" });
const base = { sha256: "b1", entries: [] };
const entry = (more: Partial<Acceptance>): Acceptance => ({
  rule: field.rule,
  reason: "r",
  by: "ada",
  base: "b1",
  ...more,
});

describe("accept", () => {
  it.each([
    { by: "the pointer before", entry: entry({ pointer: "#/x" }), rule: field.rule },
    { by: "the pointer after", entry: entry({ pointer: "#/y" }), rule: field.rule },
    { by: "owner and path", entry: entry({ owner: "POST /calls", path: "a.b" }), rule: field.rule },
    { by: "pointer and owner", entry: entry({ pointer: "#/x", owner: "POST /calls" }), rule: field.rule },
    { by: "the owner itself", entry: entry({ rule: gone.rule, owner: "POST /calls" }), rule: gone.rule },
  ])("finds a change by its rule and $by", ({ entry, rule }) => {
    const { value, diagnostics } = accept([gone, field], [entry], base);
    expect(diagnostics).toEqual([]);
    expect(value.accepted).toEqual([
      { ...[gone, field].find((change) => change.rule === rule), reason: "r", by: "ada" },
    ]);
    expect(value.changes).toHaveLength(1);
  });

  it.each([
    { what: "another rule", entry: entry({ rule: "response-property-removed", pointer: "#/x" }) },
    { what: "another pointer", entry: entry({ pointer: "#/z" }) },
    { what: "another owner", entry: entry({ owner: "GET /calls", path: "a.b" }) },
    { what: "another path", entry: entry({ owner: "POST /calls", path: "a" }) },
    { what: "the owner without the path", entry: entry({ owner: "POST /calls" }) },
    { what: "a pointer with another owner", entry: entry({ pointer: "#/x", owner: "GET /calls" }) },
    { what: "the message", entry: entry({ pointer: field.message }) },
  ])("reports an entry that matches nothing: $what", ({ entry }) => {
    const { value, diagnostics } = accept([gone, field], [entry], base);
    expect(value).toEqual({ changes: [gone, field], accepted: [] });
    expect(diagnostics).toMatchObject([
      { code: "acceptance-unused", severity: "error", file: "specs/accepted-changes.json", pointer: "#/0" },
    ]);
  });

  it("takes entries for another base, and those that the base has, as history", () => {
    const past = entry({ pointer: "#/z" });
    const entries = [entry({ pointer: "#/x", base: "b0" }), past];
    expect(accept([field], entries, { ...base, entries: [{ ...past, reason: "reworded" }] })).toEqual({
      value: { changes: [field], accepted: [] },
      diagnostics: [],
    });
  });
});
