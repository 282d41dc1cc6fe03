import { describe, expect, it } from "vitest";
import { keywordCases } from "./keyword-cases.ts";
import { limitCases } from "./limit-cases.ts";
import { told } from "./sides.ts";
import { structureCases } from "./structure-cases.ts";
import { typeCases } from "./type-cases.ts";
import type { ValueCase, Way } from "./value-case.ts";
import { places, withValue } from "./value-sides.ts";

const cases = [...typeCases, ...keywordCases, ...limitCases, ...structureCases].map((value) => {
  return { ...value, name: `${value.there.kind}, back ${value.back.kind}: ${value.there.message}` };
});

/** What has to be told of a value, of each place that it stands in. */
function expected({ kind, sent, received, message }: Way, below: ValueCase["below"], isBack: boolean) {
  return places.map(({ direction, owner, path, pointer, touched }) => {
    const [level, typescript] = (direction === "request" ? sent : received).split(", ");
    const own = below === undefined ? path : `${path}${below.path}`;
    const at = `${pointer}${below?.keys ?? ""}`;
    const [isInBase, isInHead] = (["after", "before"] as const).map((side) => below?.isIn !== side);
    return {
      ...{ rule: `${direction}-${kind}`, level, typescript, owner, path: own, touched },
      message: message.replace("{it}", `\`${own}\``),
      ...((isBack ? isInHead : isInBase) && { base: at }),
      ...((isBack ? isInBase : isInHead) && { head: at }),
    };
  });
}

const byOwner = (changes: readonly { owner: string }[]) =>
  [...changes].sort((left, right) => (left.owner < right.owner ? -1 : 1));

describe("a change of a value", () => {
  it.each(cases)("$name", ({ before, after, there, back, below }) => {
    const [base, head] = [withValue(before), withValue(after)];
    expect(byOwner(told(base, head))).toEqual(byOwner(expected(there, below, false)));
    expect(byOwner(told(head, base))).toEqual(byOwner(expected(back, below, true)));
    expect(told(base, base)).toEqual([]);
    expect(told(head, head)).toEqual([]);
  });
});
