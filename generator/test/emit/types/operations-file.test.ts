import { describe, expect, it } from "vitest";
import { declareTypes } from "../../../src/emit/types/declare-types.ts";
import { operationsFile } from "../../../src/emit/types/operations-file.ts";
import type { Model } from "../../../src/model.ts";
import { smallModel, smallSpecs, textOf } from "../../small-specs.ts";

const fileOf = (model: Model) => operationsFile(model, declareTypes(model));

describe("types: operationsFile", () => {
  it("declares the body, the query and the JSON response of each operation", () => {
    const file = fileOf(smallModel());
    expect(file.path).toBe("types/src/generated/operations.ts");
    expect(textOf([file])).toBe(`import type { Call } from "./schemas.ts";
/** The query of \`GET /calls\`. List calls. */
export type ListCallsQuery = {
    filter?: {
        status?: "active" | "ended" | undefined;
    } | undefined;
};
/** What \`GET /calls\` answers with status 200. List calls. */
export interface ListCallsResponse extends Call {
}

/** The body of \`POST /calls\`. Dial a number. */
export type DialRequest = {
    /** The number to call */
    to: string;
    /** @default 30 */
    timeout_secs?: number | undefined;
};
/** What \`POST /calls\` answers with status 200. Dial a number. */
export interface DialResponse extends Call {
}

/** The body of \`POST /calls/{call_id}/actions/bridge\`. Join two calls. */
export type BridgeRequest = {
    /** The id of the other call */
    call_id: string;
};
/** What \`POST /calls/{call_id}/actions/bridge\` answers with status 200. Join two calls. */
export interface BridgeResponse extends Call {
}

/** The body of \`POST /texml/Accounts/{account_sid}/Calls\`. Start a TeXML call. */
export type CreateTexmlCallRequest = {
    To?: string | undefined;
};
/** The query of \`POST /texml/Accounts/{account_sid}/Calls\`. Start a TeXML call. */
export type CreateTexmlCallQuery = {
    dry_run?: boolean | undefined;
};
/** What \`POST /texml/Accounts/{account_sid}/Calls\` answers with status 200. Start a TeXML call. */
export interface CreateTexmlCallResponse extends Call {
}
`);
  });

  const responding = (status: string, schema: object, changed: "list" | "component" = "list") =>
    smallModel(
      smallSpecs(({ contract }) => {
        const operation = contract.paths["/calls"]?.get;
        const response = { description: "", content: { "application/json; charset=utf-8": { schema } } };
        const responses = (changed === "list" ? response : { $ref: "#/components/responses/Found" }) as never;
        if (operation) operation.responses = { [status]: responses };
        if (changed === "component") Object.assign(contract.components ?? {}, { responses: { Found: response } });
      }),
    );
  const items = {
    type: "object",
    required: ["data"],
    properties: { data: { type: "array", items: { type: "string" } } },
  };

  it.each([
    ["201", "list"],
    ["2XX", "list"],
    ["200", "component"],
  ] as const)("declares a response of status %s that is no schema, in a %s", (status, changed) => {
    expect(textOf([fileOf(responding(status, items, changed))])).toContain(
      `/** What \`GET /calls\` answers with status ${status}. List calls. */
export type ListCallsResponse = {
    data: string[];
};`,
    );
  });

  it("takes a second name for what has no members by the first", () => {
    const text = textOf([fileOf(responding("200", { $ref: "#/components/schemas/Ids" }))]);
    expect(text).not.toContain("interface ListCallsResponse");
  });

  it("lets what is sent be undefined where it may be left out, however deep it lies", () => {
    const model = smallModel(
      smallSpecs(({ contract }) => {
        const tone = { type: "object", properties: { hertz: { type: "number" }, off: false, any: {} } };
        const call = { type: "object", properties: { parent: { $ref: "#/components/schemas/Call" } } };
        const tones = { type: "array", items: { $ref: "#/components/schemas/Tone" } };
        const dial = { type: "object", required: ["to"], properties: { to: { type: "string" }, tones } };
        Object.assign(contract.components?.schemas ?? {}, { Tone: tone, DialRequest: dial, Call: call });
      }),
    );
    const declared = declareTypes(model);
    const text = (name: string) => declared.types.find((type) => type.name === name)?.text;
    expect(text("DialRequest")).toContain("    to: string;\n    tones?: Tone[] | undefined;");
    expect(text("Tone")).toContain("    hertz?: number | undefined;\n    off?: undefined;\n    any?: unknown;");
    expect(text("Call")).toContain("    parent?: Call;");
  });
});
