import type { Operation } from "../../model.ts";
import type { Finding } from "../change.ts";

/**
 * The exported types of what goes in and what comes out, where both sides have one. They are all made of one name, hence
 * one finding.
 */
export function* typeNames({ types: base }: Operation, { types: head }: Operation): Generator<Finding> {
  const pairs = (["request", "query", "response"] as const).flatMap((part): [string, string][] => {
    const [before, after] = [base[part], head[part]];
    return before === undefined || after === undefined || before === after ? [] : [[before, after]];
  });
  if (pairs.length === 0) return;
  const [before, after] = [pairs.map(([one]) => one).join(", "), pairs.map(([, other]) => other).join(", ")];
  yield { kind: "type-renamed", before, after };
}
