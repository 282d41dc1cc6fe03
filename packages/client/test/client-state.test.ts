import { describe, expect, it } from "vitest";
import { encodeClientState, TelnyxError } from "../src/index.ts";

const decode = (text: string) => Buffer.from(text, "base64").toString();

describe("encodeClientState", () => {
  it.each<[string, unknown, string]>([
    ["a text", "hello", "hello"],
    ["an empty text", "", ""],
    ["any characters", "é 名 😀", "é 名 😀"],
    ["an object", { step: "menu", tries: 2 }, '{"step":"menu","tries":2}'],
    ["a list", [1, "a"], '[1,"a"]'],
    ["a number", 5, "5"],
    ["null", null, "null"],
    ["false", false, "false"],
  ])("takes %s", (_, state, want) => {
    expect(encodeClientState(state)).toMatch(/^[A-Za-z0-9+/]*={0,2}$/);
    expect(decode(encodeClientState(state))).toBe(want);
  });

  it.each([[undefined], [() => {}], [Symbol("a")]])("refuses what is no value of JSON: %s", (state) => {
    expect(() => encodeClientState(state)).toThrow(TelnyxError);
    expect(() => encodeClientState(state)).toThrow("JSON");
  });

  it("refuses what is longer than 10,000 characters in Base64", () => {
    expect(encodeClientState("a".repeat(7500))).toHaveLength(10_000);
    expect(() => encodeClientState("a".repeat(7501))).toThrow("has 10004 characters in Base64, more than 10000");
    expect(() => encodeClientState({ text: "é".repeat(5000) })).toThrow(TelnyxError);
  });
});
