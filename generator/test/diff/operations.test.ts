import { describe, expect, it } from "vitest";
import { answerCases } from "./answer-cases.ts";
import { apiCases } from "./api-cases.ts";
import { bodyCases } from "./body-cases.ts";
import { nameCases } from "./name-cases.ts";
import { parameterCases } from "./parameter-cases.ts";
import { lineOf, told } from "./sides.ts";
import { walkCases } from "./walk-cases.ts";

const cases = [...apiCases, ...nameCases, ...parameterCases, ...bodyCases, ...answerCases, ...walkCases].map(
  (given) => {
    return { ...given, name: given.there.map((line) => line.split(" | ").slice(0, 5).join(" | ")).join("; ") };
  },
);

describe("a change of the API, an operation or an event", () => {
  it.each(cases)("$name", ({ before, after, there, back }) => {
    expect(told(before, after).map(lineOf)).toEqual(there);
    expect(told(after, before).map(lineOf)).toEqual(back);
    expect(told(before, before)).toEqual([]);
    expect(told(after, after)).toEqual([]);
  });
});
