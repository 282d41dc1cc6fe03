import type { Operation } from "../../model.ts";
import type { Finding } from "../change.ts";

/** What a client method takes and gives, as far as no schema tells it: its arguments, its files, its answer. */
export function* signature(base: Operation, head: Operation): Generator<Finding> {
  const [input, other] = [inputOf(base), inputOf(head)];
  if (input !== other) yield { kind: "arguments-moved", before: input, after: other };
  const [before, after] = [filesOf(base), filesOf(head)];
  const isAlike = base.body?.contents[0]?.encoding === head.body?.contents[0]?.encoding;
  if (isAlike && before !== after) yield { kind: "upload-changed", before, after };
  if (isOtherAnswer(base.success, head.success)) {
    yield { kind: "answer-changed", before: lineOf(base), after: lineOf(head) };
  }
}

/** The argument between the ids and the options. A query beside a body is one of the options. */
function inputOf({ types }: Operation): string {
  if (types.request !== undefined) return "a body";
  return types.query === undefined ? "nothing" : "a query";
}

function filesOf({ body }: Operation): string {
  return [...new Set(body?.contents.flatMap(({ files }) => files))].sort().join(", ") || "none";
}

/** True where methods give the answer of another status, or of another media type, and it is of another form. */
function isOtherAnswer(before: Operation["success"], after: Operation["success"]): boolean {
  const isSamePlace = before.status === after.status && (before.kind === "none" || after.kind === "none");
  if (isSamePlace || (before.status === after.status && before.mediaType === after.mediaType)) return false;
  return before.kind !== after.kind || JSON.stringify(before.shape) !== JSON.stringify(after.shape);
}

function lineOf({ success: { status, mediaType = "nothing" } }: Operation): string {
  return `${status} ${mediaType}`;
}
