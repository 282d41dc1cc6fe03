import { describe, expect, it } from "vitest";
import { emitTypes } from "../../../src/emit/types/emit-types.ts";
import { smallModel, smallSpecs, textOf } from "../../small-specs.ts";

const model = smallModel(
  smallSpecs(({ names }) => {
    const types = { CallRequest: "DialResponse", RingEvent: "CallAnsweredEvent", Fault: "Error" };
    names.aliases = { types, schemas: { old_error: "Error" } };
  }),
);
const files = emitTypes(model);
const text = (name: string) => textOf(files, `types/src/generated/${name}.ts`);

describe("formerTypes", () => {
  it("stand in the file of what took their place, struck through", () => {
    const alias = (name: string, type: string) => `/** @deprecated Use \`${type}\`. */\nexport type ${name} = ${type};`;
    expect(text("operations")).toContain(alias("CallRequest", "DialResponse"));
    expect(text("events")).toContain(alias("RingEvent", "CallAnsweredEvent"));
    expect(text("schemas")).toContain(alias("Fault", "Error"));
    expect(text("operations")).not.toContain("RingEvent");
  });

  it("have a key in `components` where they are a schema's, and none in the document", () => {
    expect(text("openapi")).toContain("old_error: Error;");
    expect(text("schemas")).toContain("export type OldError = Error;");
    expect(JSON.stringify(model.document)).not.toContain("old_error");
  });
});
