import { describe, expect, it } from "vitest";
import { urlPairs, urlPath, urlQuery } from "../../../src/emit/text/url.ts";

describe("urlPath", () => {
  it.each([
    ["/calls/{id}/actions/answer", { id: "v3:a_b-c" }, "/calls/v3:a_b-c/actions/answer"],
    ["/a/{id}.json", { id: "1/2?3#4" }, "/a/1%2F2%3F3%234.json"],
    ["/{id}", { id: { a: 1 } }, "/%7B%22a%22:1%7D"],
    ["/{id}", { id: 7 }, "/7"],
    ['/$(x)/`y`/"', {}, "/%24(x)/%60y%60/%22"],
    ["/{id}", { id: "a!\ud800" }, "/a%21%EF%BF%BD"],
  ])("%j with %j", (template, values, want) => {
    expect(urlPath(template, values)).toBe(want);
  });
});

describe("urlQuery", () => {
  it.each([
    [{}, ""],
    [{ a: undefined, b: null }, ""],
    [{ "page[number]": 1 }, "?page[number]=1"],
    [{ filter: { "outbound.id": "a b", at: { gte: "2026" } } }, "?filter[outbound.id]=a%20b&filter[at][gte]=2026"],
    [{ ids: ["a", "b&c=d"] }, "?ids[]=a&ids[]=b%26c%3Dd"],
    [{ 'a"$(x)': { "]&": true } }, "?a%22%24(x)[%5D%26]=true"],
  ])("%j", (query, want) => {
    expect(urlQuery(query)).toBe(want);
  });
});

describe("urlPairs", () => {
  it("leaves values as they are, and marks lists as it is told", () => {
    expect(urlPairs({ To: "+1 2", Tags: ["a", "b"] }, "")).toEqual([
      ["To", "+1 2"],
      ["Tags", "a"],
      ["Tags", "b"],
    ]);
  });
});
