import { StructureKind } from "ts-morph";
import type { Model, SourceFile } from "../../model.ts";
import { literal } from "../text/typescript.ts";
import { alias } from "./alias.ts";

const doc =
  "A code that an error carries: those that are known, for an editor to offer, and any other that Telnyx may send. " +
  "The client has a constant for each, `errorCode.callEnded`; the dictionary says what it means.";

/** The type of the codes that errors carry. */
export function errorCodesFile({ errorCodes }: Model): SourceFile {
  const codes = errorCodes.map(({ code }) => `\n  | ${literal(code)}`);
  return {
    kind: "source",
    path: "types/src/generated/error-codes.ts",
    structure: {
      kind: StructureKind.SourceFile,
      statements: [alias("ErrorCode", codes.length === 0 ? "string" : `${codes.join("")}\n  | (string & {})`, doc)],
    },
  };
}
