import type { Operation } from "../../model.ts";
import type { Finding } from "../change.ts";

/** The exported types of what goes in and what comes out, where both sides have one: each can have its own alias. */
export function* typeNames({ types: base }: Operation, { types: head }: Operation): Generator<Finding> {
  for (const part of ["request", "query", "response"] as const) {
    const [before, after] = [base[part], head[part]];
    if (before !== undefined && after !== undefined && before !== after) yield { kind: "type-renamed", before, after };
  }
}
