import { describe, expect, it } from "vitest";
import { findClosest } from "../src/find-closest.ts";

const names = ["call.answered", "call.hangup", "default"];

describe("the name that was meant", () => {
  it.each<[string, string, string | undefined]>([
    ["the same", "default", "default"],
    ["a letter less at the start", "efault", "default"],
    ["a letter less at the end", "call.hangu", "call.hangup"],
    ["a letter more at the start", "xdefault", "default"],
    ["a letter more within", "deffault", "default"],
    ["a letter replaced", "defauld", "default"],
    ["two letters in turn", "defualt", "default"],
    ["a third of its letters missing", "answered", undefined],
    ["three edits in nine letters", "xxxfaultx", undefined],
    ["three edits in ten letters", "xxxdefault", "default"],
    ["four edits in eleven letters", "xxxxdefault", undefined],
    ["two edits in a short name", "dfalt", "default"],
    ["three edits in a short name", "dfat", undefined],
    ["nothing", "", undefined],
  ])("is found, or not, where there is %s: %j", (_, name, want) => {
    expect(findClosest(name, names)).toBe(want);
  });

  it("is the closest of several, and of equals the first", () => {
    expect(findClosest("call.b", ["call.abc", "call.ab", "call.bc"])).toBe("call.ab");
    expect(findClosest("ab", ["cd", "ac"])).toBe("ac");
    expect(findClosest("", ["abc", "abcd"])).toBeUndefined();
    expect(findClosest("call.b", [])).toBeUndefined();
  });
});
