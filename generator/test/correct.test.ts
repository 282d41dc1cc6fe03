import { describe, expect, it } from "vitest";
import { correct } from "../src/correct.ts";
import type { OpenApiDocument } from "../src/document/openapi.ts";
import type { Correction, CorrectionAction } from "../src/specs.ts";

/** A contract that carries the value as an extension, where any form is allowed. */
function contractOf(value: unknown): OpenApiDocument {
  return { openapi: "3.1.0", info: { title: "T", version: "1", "x-value": value }, paths: {} };
}

function correctionOf(...actions: readonly object[]): Correction {
  return {
    file: "specs/corrections/some.yaml",
    overlay: "1.0.0",
    info: { title: "Some", version: "1" },
    actions: actions as readonly CorrectionAction[],
  };
}

const action = (below: string, rest: object) => ({
  target: `$.info.x-value${below}`,
  description: "A reason.",
  ...rest,
});

/** What the value is after the actions, and the codes of what they reported. */
function after(value: unknown, ...actions: readonly object[]) {
  const result = correct(contractOf(value), [correctionOf(...actions)]);
  return { value: result.value.info["x-value"], codes: result.diagnostics.map(({ code }) => code) };
}

describe("correct: update", () => {
  const tables: readonly [string, { at?: string; from: unknown; update: unknown; want: unknown }][] = [
    ["adds a key to an object", { from: { a: 1 }, update: { b: 2 }, want: { a: 1, b: 2 } }],
    [
      "merges objects at any depth",
      { from: { a: { b: 1, c: 2 } }, update: { a: { c: 3 } }, want: { a: { b: 1, c: 3 } } },
    ],
    ["replaces a string", { at: ".a", from: { a: "old" }, update: "new", want: { a: "new" } }],
    ["replaces a number below the target", { from: { a: 1 }, update: { a: 2 }, want: { a: 2 } }],
    ["replaces a value by null", { from: { a: 1 }, update: { a: null }, want: { a: null } }],
    ["replaces a string by an object", { from: { a: "b" }, update: { a: { c: 1 } }, want: { a: { c: 1 } } }],
    ["replaces an object by a string", { from: { a: { c: 1 } }, update: { a: "b" }, want: { a: "b" } }],
    ["adds to a list what it lacks", { from: { a: [1, 2] }, update: { a: [2, 3] }, want: { a: [1, 2, 3] } }],
    ["adds a single value to a list", { at: ".a", from: { a: ["x"] }, update: "y", want: { a: ["x", "y"] } }],
    ["adds an object to a list of objects", { from: [{ n: 1 }], update: [{ n: 2 }], want: [{ n: 1 }, { n: 2 }] }],
    [
      "reaches an item of a list",
      { at: "[?@.n==2]", from: [{ n: 1 }, { n: 2 }], update: { m: 3 }, want: [{ n: 1 }, { n: 2, m: 3 }] },
    ],
    [
      "reaches every match",
      { at: ".*", from: { a: {}, b: { n: 1 } }, update: { n: 1 }, want: { a: { n: 1 }, b: { n: 1 } } },
    ],
  ];
  it.each(tables)("%s", (_, { at = "", from, update, want }) => {
    expect(after(from, action(at, { update }))).toEqual({ value: want, codes: [] });
  });

  it("merges into the document itself where the target is the root", () => {
    const root = { target: "$", description: "A reason.", update: { info: { version: "2" }, servers: [{ url: "u" }] } };
    const { value, diagnostics } = correct(contractOf(1), [correctionOf(root)]);
    expect(value).toEqual({
      openapi: "3.1.0",
      info: { title: "T", version: "2", "x-value": 1 },
      paths: {},
      servers: [{ url: "u" }],
    });
    expect(diagnostics).toEqual([]);
  });

  it("keeps a key called __proto__ as data", () => {
    const update = JSON.parse('{"__proto__": {"polluted": true}}');
    const { value, codes } = after({ a: 1 }, action("", { update }));
    expect(codes).toEqual([]);
    expect(JSON.stringify(value)).toBe('{"a":1,"__proto__":{"polluted":true}}');
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  it("gives each match a copy of its own", () => {
    const corrections = [correctionOf(action(".*", { update: { c: { n: 1 } } }), action(".a.c.n", { remove: true }))];
    const { value } = correct(contractOf({ a: {}, b: {} }), corrections);
    expect(value.info["x-value"]).toEqual({ a: { c: {} }, b: { c: { n: 1 } } });
    expect(corrections[0]?.actions[0]?.update).toEqual({ c: { n: 1 } });
  });
});

describe("correct: remove", () => {
  const tables: readonly [string, { at: string; from: unknown; want: unknown }][] = [
    ["a key of an object", { at: ".a", from: { a: 1, b: 2 }, want: { b: 2 } }],
    ["an item of a list, closing the gap", { at: "[1]", from: [1, 2, 3], want: [1, 3] }],
    ["several items of one list", { at: "[?@>1]", from: [1, 2, 3, 1, 4], want: [1, 1] }],
    ["all items of a list", { at: ".a[*]", from: { a: [1, 2, 3] }, want: { a: [] } }],
    ["a key wherever it is", { at: "..d", from: { d: 1, e: [{ d: 2 }, { d: 3, f: 4 }] }, want: { e: [{}, { f: 4 }] } }],
  ];
  it.each(tables)("%s", (_, { at, from, want }) => {
    expect(after(from, action(at, { remove: true }))).toEqual({ value: want, codes: [] });
  });
});

describe("correct: order", () => {
  it("lets a later action see what an earlier one did, across files", () => {
    const { value, diagnostics } = correct(contractOf({}), [
      correctionOf(action("", { update: { a: { b: 1 } } })),
      correctionOf(action(".a", { update: { c: 2 } }), action(".a.b", { remove: true })),
    ]);
    expect(value.info["x-value"]).toEqual({ a: { c: 2 } });
    expect(diagnostics).toEqual([]);
  });

  it("does not touch the contract it was given", () => {
    const contract = contractOf({ a: [1], b: { c: 1 } });
    const copy = structuredClone(contract);
    correct(contract, [correctionOf(action(".a", { update: [2] }), action(".b.c", { remove: true }))]);
    expect(contract).toEqual(copy);
  });
});

describe("correct: diagnostics", () => {
  const target = "$.info.x-value";
  const description = "A reason.";
  const tables: readonly [string, { action: object; code: string; severity: string; message: string | RegExp }][] = [
    [
      "no target",
      {
        action: { description, update: 1 },
        code: "correction-invalid",
        severity: "error",
        message: "The action has no target.",
      },
    ],
    [
      "no description",
      {
        action: { target, update: 1 },
        code: "correction-invalid",
        severity: "error",
        message: /has no description that gives the reason/,
      },
    ],
    [
      "an empty description",
      {
        action: { target, description: " ", update: 1 },
        code: "correction-invalid",
        severity: "error",
        message: /has no description/,
      },
    ],
    [
      "both update and remove",
      {
        action: { target, description, update: 1, remove: true },
        code: "correction-invalid",
        severity: "error",
        message: /either `update` or `remove: true`/,
      },
    ],
    [
      "neither update nor remove",
      {
        action: { target, description },
        code: "correction-invalid",
        severity: "error",
        message: /either `update` or `remove: true`/,
      },
    ],
    [
      "remove: false alone",
      {
        action: { target, description, remove: false },
        code: "correction-invalid",
        severity: "error",
        message: /either `update` or `remove: true`/,
      },
    ],
    [
      "a target that is no JSONPath",
      {
        action: { target: "$.[", description, update: 1 },
        code: "correction-invalid",
        severity: "error",
        message: /^The target \$\.\[ is no JSONPath: /,
      },
    ],
    [
      "a target that is not there",
      {
        action: { target: "$.nowhere", description, update: 1 },
        code: "correction-unmatched",
        severity: "debt",
        message: "Nothing is at $.nowhere.",
      },
    ],
    [
      "a removal of what is not there",
      {
        action: { target: "$.nowhere", description, remove: true },
        code: "correction-unmatched",
        severity: "debt",
        message: "Nothing is at $.nowhere.",
      },
    ],
    [
      "an update that changes nothing",
      {
        action: { target, description, update: { a: [1] } },
        code: "correction-unneeded",
        severity: "debt",
        message: "The action on $.info.x-value changes nothing.",
      },
    ],
  ];
  it.each(tables)("%s", (_, { action: bad, code, severity, message }) => {
    const fine = action("", { update: { b: 2 } });
    const { value, diagnostics } = correct(contractOf({ a: [1, 2] }), [correctionOf(fine, bad)]);
    expect(diagnostics).toEqual([
      {
        code,
        severity,
        message: message instanceof RegExp ? expect.stringMatching(message) : message,
        fix: expect.stringMatching(/\S/),
        file: "specs/corrections/some.yaml",
        pointer: "#/actions/1",
      },
    ]);
    expect(value.info["x-value"]).toEqual({ a: [1, 2], b: 2 });
  });

  it("is content where at least one of several matches was changed", () => {
    expect(after({ a: { n: 1 }, b: {} }, action(".*", { update: { n: 1 } })).codes).toEqual([]);
  });
});

describe("correct: what was wrong once", () => {
  it.each<[string, { at: string; from: unknown; want: unknown }]>([
    ["items named in another order than theirs", { at: "[1,0]", from: ["a", "b", "c"], want: ["c"] }],
    ["items of a slice that goes backwards", { at: "[::-1]", from: ["a", "b", "c"], want: [] }],
    ["an item that is named twice, once", { at: "[0,0]", from: ["a", "b"], want: ["b"] }],
  ])("removes %s", (_, { at, from, want }) => {
    expect(after(from, action(at, { remove: true })).value).toEqual(want);
  });

  it("knows an object in a list by its content, whatever the order of its keys", () => {
    const { value, codes } = after([{ a: 1, b: 2 }], action("", { update: [{ b: 2, a: 1 }] }));
    expect({ value, codes }).toEqual({ value: [{ a: 1, b: 2 }], codes: ["correction-unneeded"] });
  });
});
