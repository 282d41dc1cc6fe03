import type { ErrorCode, ErrorCodePlace, Operation } from "../model.ts";
import type { ErrorEntries, ErrorPlacement, Text, Wording } from "../specs.ts";

/** Builds the codes of errors: each with the operations that it belongs to, as far as the contract has them. */
export function buildErrorCodes(
  operations: readonly Operation[],
  entries: ErrorEntries,
  wording: Pick<Wording, "errors"> | undefined,
): ErrorCode[] {
  return Object.entries(entries).map(([code, { name, at }]) => ({
    code,
    name,
    at: at.map((placement): ErrorCodePlace => {
      const own = operations.filter((operation) => belongs(operation, placement)).map(({ id }) => id);
      return {
        status: placement.status,
        text: textOf(wording?.errors ?? {}, code, placement.status),
        operations: own,
        isEvery: own.length === operations.length,
        isGuess: [placement.source].flat().some(({ kind }) => kind === "guess"),
        lost: patternsOf(placement).filter((pattern) => !operations.some((operation) => means(pattern, operation))),
      };
    }),
  }));
}

function patternsOf({ operations, except = [] }: ErrorPlacement): string[] {
  return [...operations, ...except];
}

/** Whether an entry's pattern means an operation: its id, or the beginning of its path before a `*`. */
function means(pattern: string, { id, path }: Pick<Operation, "id" | "path">): boolean {
  return pattern.endsWith("*") ? path.startsWith(pattern.slice(0, -1)) : pattern === id;
}

function belongs(operation: Operation, { operations, except = [] }: ErrorPlacement): boolean {
  return operations.some((pattern) => means(pattern, operation)) && !except.includes(operation.id);
}

/** The text of a code under a status, else what is said of the code wherever it comes. */
function textOf(texts: Readonly<Record<string, Text>>, code: string, status: string): Text {
  const [text] = [`${code} ${status}`, code].filter((key) => Object.hasOwn(texts, key)).map((key) => texts[key]);
  return text ?? { summary: "" };
}
