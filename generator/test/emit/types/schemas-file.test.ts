import { describe, expect, it } from "vitest";
import { declareTypes } from "../../../src/emit/types/declare-types.ts";
import { schemasFile } from "../../../src/emit/types/schemas-file.ts";
import { smallModel, smallSpecs, textOf } from "../../small-specs.ts";

const text = (change?: Parameters<typeof smallSpecs>[0]) => {
  const model = smallModel(smallSpecs(change));
  return textOf([schemasFile(model, declareTypes(model))]);
};

describe("schemasFile", () => {
  it("declares what no operation or event alone is, and leads to what one is", () => {
    expect(text()).toBe(`import type { CallAnsweredEvent, CallHangupEvent } from "./events.ts";
/** The schema \`Call\`. */
export type Call = {
    /** The id of the call */
    call_id?: string;
    parent?: Call;
};
/** The schema \`CallAnswered\`. */
export type CallAnswered = CallAnsweredEvent;
/** The schema \`CallEnded\`. */
export type CallEnded = CallHangupEvent;
/** The schema \`Error\`. */
export type Error = {
    code?: string;
};
`);
  });

  it("uses the names of names.json, and leaves out what an event is called", () => {
    const found = text(({ names }) => {
      names.schemas = { Error: "ApiError", CallAnswered: "CallAnsweredEvent" };
    });
    expect(found).toContain("/** The schema `Error`. */\nexport type ApiError = {");
    expect(found).not.toContain("CallAnswered");
  });

  it("declares what is called like a word of the types themselves by another name, and exports it by its own", () => {
    const found = text(({ contract, names }) => {
      Object.assign(contract.components?.schemas ?? {}, {
        Record: { type: "object", properties: { free: { type: "object" } } },
        record_schema: { type: "string" },
      });
      names.schemas = { record_schema: "RecordSchema" };
    });
    expect(found).toContain("export type RecordSchema = {\n    free?: Record<string, unknown>;\n};");
    expect(found).toContain("export type { RecordSchema as Record };");
    expect(found).toContain("/** The schema `record_schema`. */\nexport type RecordSchemaSchema = string;");
  });

  it("keeps a hostile name in its place", () => {
    const found = text(({ contract }) => {
      contract.components = { schemas: { '*/ x["': { type: "string" } } };
    });
    expect(found).toContain('/** The schema `*\u200b/ x["`. */\nexport type X = string;\n');
  });
});
