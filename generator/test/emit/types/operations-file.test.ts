import { describe, expect, it } from "vitest";
import { operationsFile } from "../../../src/emit/types/operations-file.ts";
import { smallModel, smallSpecs, textOf } from "../../small-specs.ts";

describe("types: operationsFile", () => {
  it("names the body, the query and the JSON response of each operation", () => {
    const file = operationsFile(smallModel());
    expect(file.path).toBe("types/src/generated/operations.ts");
    expect(textOf([file])).toBe(`import type { components, operations } from "./openapi.ts";
/** The query of \`GET /calls\`. List calls. */
export type ListCallsQuery = NonNullable<operations["ListCalls"]["parameters"]["query"]>;
/** What \`GET /calls\` answers with status 200. List calls. */
export type ListCallsResponse = components["schemas"]["Call"];
/** The body of \`POST /calls\`. Dial a number. */
export type DialRequest = components["schemas"]["DialRequest"];
/** What \`POST /calls\` answers with status 200. Dial a number. */
export type DialResponse = components["schemas"]["Call"];
/** The body of \`POST /calls/{call_id}/actions/bridge\`. Join two calls. */
export type BridgeRequest = components["schemas"]["BridgeRequest"];
/** What \`POST /calls/{call_id}/actions/bridge\` answers with status 200. Join two calls. */
export type BridgeResponse = components["schemas"]["Call"];
/** The body of \`POST /texml/Accounts/{account_sid}/Calls\`. Start a TeXML call. */
export type CreateTexmlCallRequest = NonNullable<operations["CreateTexmlCall"]["requestBody"]>["content"]["application/x-www-form-urlencoded"];
/** The query of \`POST /texml/Accounts/{account_sid}/Calls\`. Start a TeXML call. */
export type CreateTexmlCallQuery = NonNullable<operations["CreateTexmlCall"]["parameters"]["query"]>;
/** What \`POST /texml/Accounts/{account_sid}/Calls\` answers with status 200. Start a TeXML call. */
export type CreateTexmlCallResponse = components["schemas"]["Call"];
`);
  });

  const response = (status: string) =>
    smallSpecs(({ contract }) => {
      const operation = contract.paths["/calls"]?.get;
      const schema = { type: "array", items: { type: "string" } };
      const content = { "application/json; charset=utf-8": { schema } };
      if (operation) operation.responses = { [status]: { description: "", content } };
    });

  it.each([
    ["201", "201"],
    ["2XX", '"2XX"'],
  ])("leads to a response of status %s that is no component", (status, key) => {
    expect(textOf([operationsFile(smallModel(response(status)))])).toContain(
      `/** What \`GET /calls\` answers with status ${status}. List calls. */\nexport type ListCallsResponse = ` +
        `operations["ListCalls"]["responses"][${key}]["content"]["application/json; charset=utf-8"];`,
    );
  });
});
