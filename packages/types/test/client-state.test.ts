import { type } from "arktype";
import * as fc from "fast-check";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import {
  ClientStateError,
  type ClientStateSchema,
  type ClientStateSource,
  decodeClientState,
  encodeClientState,
} from "../src/client-state.ts";

const base64 = (text: string | Uint8Array) => Buffer.from(text).toString("base64");
const plain = (encoded: string) => Buffer.from(encoded, "base64").toString();

describe("encodeClientState", () => {
  it.each<[string, unknown, string]>([
    ["a text", "hello", "hello"],
    ["any characters", "é 名 😀", "é 名 😀"],
    ["an object", { step: "menu", tries: 2 }, '{"step":"menu","tries":2}'],
    ["a list", [1, "a"], '[1,"a"]'],
    ["a number", 5, "5"],
    ["null", null, "null"],
    ["false", false, "false"],
    ["a text that is JSON, as JSON", "1494404757140276705", '"1494404757140276705"'],
    ["an empty text, which would be none, as JSON", "", '""'],
  ])("writes %s", (_, state, want) => {
    expect(encodeClientState(state)).toMatch(/^[A-Za-z0-9+/]*={0,2}$/);
    expect(plain(encodeClientState(state))).toBe(want);
  });

  const circle: Record<string, unknown> = {};
  circle["self"] = circle;
  it.each<[string, unknown, RegExp]>([
    ["undefined", undefined, /is no value of JSON but of the type undefined/],
    ["a function", () => {}, /of the type function/],
    ["a symbol", Symbol("a"), /of the type symbol/],
    ["a bigint", 5n, /is no value of JSON: .*BigInt/],
    ["a circle", circle, /is no value of JSON: .*circular/],
    ["NaN, which would become null", Number.NaN, /NaN is no number of JSON/],
    ["infinity below", { tries: [1, Number.POSITIVE_INFINITY] }, /Infinity in `1` is no number of JSON/],
  ])("refuses %s", (_, state, message) => {
    expect(() => encodeClientState(state)).toThrow(ClientStateError);
    expect(() => encodeClientState(state)).toThrow(message);
  });

  it("has what JSON said as the cause", () => {
    expect(() => encodeClientState(circle)).toThrow(expect.objectContaining({ cause: expect.any(TypeError) }));
  });

  it("leaves a byte order mark within a text as it is", () => {
    expect(plain(encodeClientState("a\uFEFFb"))).toBe("a\uFEFFb");
  });

  it("refuses what is longer than 10,000 characters in Base64", () => {
    expect(encodeClientState("a".repeat(7500))).toHaveLength(10_000);
    expect(() => encodeClientState("a".repeat(7501))).toThrow("has 10004 characters in Base64, more than 10000");
    expect(() => encodeClientState({ text: "é".repeat(5000) })).toThrow(ClientStateError);
  });
});

describe("both ways", () => {
  const looksLikeOther = [
    "1494404757140276705",
    "42",
    "true",
    "null",
    "1e5",
    " 7 ",
    '"q"',
    '{"a":1}',
    "",
    "\uFEFFa",
    "\uD800",
  ];
  it.each(looksLikeOther)("gives the text %j back", (text) => {
    expect(decodeClientState(encodeClientState(text))).toBe(text);
  });

  it("give back any text", () => {
    const texts = fc.string({ unit: "binary", maxLength: 500 });
    fc.assert(fc.property(texts, (text) => decodeClientState(encodeClientState(text)) === text));
  });

  it("give back any text that is JSON", () => {
    const texts = fc.json({ maxDepth: 2 }).filter((text) => text.length < 2000);
    fc.assert(fc.property(texts, (text) => decodeClientState(encodeClientState(text)) === text));
  });

  it("give back any value of JSON", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 2 }), (value) => {
        const written = JSON.parse(JSON.stringify(value));
        expect(decodeClientState(encodeClientState(value))).toEqual(written);
      }),
    );
  });
});

describe("decodeClientState", () => {
  it.each<[unknown, unknown]>([
    [base64('{"step":"menu","lang":"ê"}'), { step: "menu", lang: "ê" }],
    [base64("step=menu"), "step=menu"],
    [base64("7"), 7],
    [base64("null"), null],
    [base64("a").replace(/=+$/, ""), "a"],
    ["", undefined],
    [undefined, undefined],
    [null, undefined],
    [{ step: 1 }, undefined],
    ["not base64!", undefined],
    [base64(new Uint8Array([0xff, 0xfe])), undefined],
  ])("decodes %j to %j", (client_state, value) => {
    expect(decodeClientState({ data: { payload: { client_state } } })).toEqual(value);
  });

  const client_state = base64("here");
  it.each<[string, ClientStateSource]>([
    ["a text", client_state],
    ["an event", { data: { payload: { client_state } } }],
    ["an event whose envelope is open", { payload: { client_state } }],
    ["a payload or a call", { client_state }],
    ["an answer", { data: { client_state } }],
  ])("finds it in %s", (_, source) => {
    expect(decodeClientState(source)).toBe("here");
  });

  it.each<[string, unknown]>([
    ["nothing", undefined],
    ["null", null],
    ["an answer without data", {}],
    ["an answer with another state", { data: { state: "active" } }],
    ["data that is a text", { data: client_state }],
    ["an event without one", { data: { payload: {} } }],
    ["a number", 5],
  ])("finds none in %s", (_, source) => {
    expect(decodeClientState(source as ClientStateSource)).toBeUndefined();
  });
});

describe("decodeClientState with a schema", () => {
  const step: ClientStateSchema<{ step: string }> = {
    "~standard": {
      validate: (value) => {
        const given = (value as { step?: unknown } | null)?.step;
        if (typeof given === "string") return { value: { step: given.toUpperCase() } };
        return { issues: [{ message: "must be a text", path: ["menu", { key: "step" }] }, { message: "is odd" }] };
      },
    },
  };

  it("gives what the schema makes of the state", () => {
    expect(decodeClientState(encodeClientState({ step: "menu" }), step)).toEqual({ step: "MENU" });
  });

  it.each<[string, ClientStateSchema<unknown>]>([
    ["zod", z.object({ step: z.string() })],
    ["valibot", v.object({ step: v.string() })],
    ["arktype", type({ step: "string" })],
  ])("asks one of %s", (_, schema) => {
    expect(decodeClientState(encodeClientState({ step: "menu" }), schema)).toEqual({ step: "menu" });
    expect(() => decodeClientState(encodeClientState({ step: 1 }), schema)).toThrow(
      /^The client state is not as the schema has it: step: /,
    );
  });

  it("gives undefined where there is no state, which the schema is not asked about", () => {
    expect(decodeClientState({ data: { payload: { client_state: null } } }, step)).toBeUndefined();
  });

  it.each([
    [
      "is not as the schema has it",
      base64('{"step":1}'),
      "menu.step: must be a text; is odd",
      ["must be a text", "is odd"],
    ],
    ["is null", base64("null"), "menu.step: must be a text", ["must be a text", "is odd"]],
    ["cannot be read", "not base64!", "is no text in Base64", []],
  ])("says so where the state %s, or gives undefined by choice", (_, state, message, issues) => {
    expect(() => decodeClientState(state, step)).toThrow(message);
    expect(() => decodeClientState(state, step)).toThrow(
      expect.objectContaining({
        name: "ClientStateError",
        issues: issues.map((text) => expect.objectContaining({ message: text })),
      }),
    );
    expect(decodeClientState(state, step, { onMismatch: "undefined" })).toBeUndefined();
  });

  it("says that a schema must not be asynchronous", () => {
    const late = { "~standard": { validate: async (value: unknown) => ({ value }) } };
    expect(() => decodeClientState(client_state, late, { onMismatch: "undefined" })).toThrow(
      "The schema of a client state must not be asynchronous.",
    );
  });

  const client_state = base64("a");

  it("lets an error of the schema's own through", () => {
    const broken = {
      "~standard": {
        validate: () => {
          throw new RangeError("mine");
        },
      },
    };
    expect(() => decodeClientState(client_state, broken, { onMismatch: "undefined" })).toThrow(new RangeError("mine"));
  });
});
