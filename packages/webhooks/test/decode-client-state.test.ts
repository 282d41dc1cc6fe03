import { describe, expect, it } from "vitest";
import { decodeClientState } from "../src/index.ts";
import { buildEvent } from "../src/testing/index.ts";

const encode = (text: string) => Buffer.from(text).toString("base64");
const decode = (client_state: unknown) => decodeClientState({ data: { payload: { client_state } } });

describe("decodeClientState", () => {
  it.each<[unknown, unknown]>([
    [encode('{"step":"menu","lang":"ê"}'), { step: "menu", lang: "ê" }],
    [encode("step=menu"), "step=menu"],
    [encode("7"), 7],
    [encode("a").replace(/=+$/, ""), "a"],
    ["", undefined],
    [undefined, undefined],
    [null, undefined],
    [{ step: 1 }, undefined],
    [[encode("abc")], undefined],
    ["not base64!", undefined],
    [Buffer.from([0xff, 0xfe]).toString("base64"), undefined],
  ])("decodes %j to %j", (state, value) => {
    expect(decode(state)).toEqual(value);
  });

  it("takes every event", () => {
    expect(decodeClientState(buildEvent("call.answered", { payload: { client_state: encode("a") } }))).toBe("a");
    const state = { client_state: encode("b") };
    expect(decodeClientState(buildEvent("call.recording.saved", { payload: state }))).toBe("b");
    expect(decodeClientState(buildEvent("call.recording.saved"))).toBeUndefined();
  });
});
