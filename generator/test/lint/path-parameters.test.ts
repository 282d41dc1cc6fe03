import { describe, expect, it } from "vitest";
import type { Parameter } from "../../src/document/openapi.ts";
import { pathParameters } from "../../src/lint/path-parameters.ts";
import { smallModel, smallSpecs } from "../small-specs.ts";

const parameter = (name: string, place: Parameter["in"]) => ({ name, in: place, schema: { type: "string" } }) as const;

describe("pathParameters", () => {
  it("is content where each stands in its path, and with others that do not", () => {
    const specs = smallSpecs(({ contract }) => {
      contract.paths["/calls"]?.get?.parameters?.push(parameter("other", "query"), parameter("third", "header"));
    });
    expect([...pathParameters(smallModel(specs))]).toEqual([]);
  });

  it("reports one of an operation and one of a path that do not, behind a reference too", () => {
    const specs = smallSpecs(({ contract }) => {
      Object.assign(contract.components ?? {}, { parameters: { Lost: parameter("lost", "path") } });
      contract.paths["/calls"]?.get?.parameters?.push({ $ref: "#/components/parameters/Lost" });
      contract.paths["/calls/{call_id}"]?.parameters?.push(parameter("call", "path"));
    });
    const found = [...pathParameters(smallModel(specs))];
    expect(found.map(({ severity, code, message, pointer }) => [severity, code, message, pointer])).toEqual([
      [
        "debt",
        "path-parameter-unused",
        "GET /calls declares the path parameter lost, which its path has not.",
        "#/paths/~1calls/get",
      ],
      [
        "debt",
        "path-parameter-unused",
        "DELETE /calls/{call_id} declares the path parameter call, which its path has not.",
        "#/paths/~1calls~1{call_id}/delete",
      ],
    ]);
  });
});
