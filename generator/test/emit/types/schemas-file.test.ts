import { describe, expect, it } from "vitest";
import { schemasFile } from "../../../src/emit/types/schemas-file.ts";
import { smallModel, smallSpecs, textOf } from "../../small-specs.ts";

describe("schemasFile", () => {
  it("names each schema that is not known by that name as a body, a response or an event", () => {
    const file = schemasFile(smallModel());
    expect(file.path).toBe("types/src/generated/schemas.ts");
    expect(textOf([file])).toBe(`import type { components } from "./openapi.ts";
/** The schema \`Call\`. */
export type Call = components["schemas"]["Call"];
/** The schema \`CallAnswered\`. */
export type CallAnswered = components["schemas"]["CallAnswered"];
/** The schema \`CallEnded\`. */
export type CallEnded = components["schemas"]["CallEnded"];
/** The schema \`Error\`. */
export type Error = components["schemas"]["Error"];
`);
  });

  it("uses the names of names.json, and leaves out what an event is called", () => {
    const specs = smallSpecs(({ names }) => {
      names.schemas = { Error: "ApiError", CallAnswered: "CallAnsweredEvent" };
    });
    const text = textOf([schemasFile(smallModel(specs))]);
    expect(text).toContain('/** The schema `Error`. */\nexport type ApiError = components["schemas"]["Error"];');
    expect(text).not.toContain("CallAnswered");
  });

  it("keeps a hostile name in its place", () => {
    const specs = smallSpecs(({ contract }) => {
      contract.components = { schemas: { '*/ x["': { type: "string" } } };
    });
    expect(textOf([schemasFile(smallModel(specs))])).toContain(
      '/** The schema `*\u200b/ x["`. */\nexport type X = components["schemas"]["*/ x[\\""];\n',
    );
  });
});
