import { describe, expect, it } from "vitest";
import type { RequestBody } from "../../src/document/openapi.ts";
import { texmlCallbacks } from "../../src/lint/texml-callbacks.ts";
import { buildTexmlCallbacks } from "../../src/model/texml-callbacks.ts";
import type { Specs, TexmlCallbacks } from "../../src/specs.ts";
import { type Draft, smallModel, smallSpecs } from "../small-specs.ts";
import { smallTexml } from "../small-texml.ts";

function found(change?: (texml: Draft<TexmlCallbacks>) => void, changeSpecs?: (specs: Draft<Specs>) => void) {
  const texml = smallTexml(change);
  const model = { ...smallModel(smallSpecs(changeSpecs)), texmlCallbacks: buildTexmlCallbacks(texml).value };
  return [...texmlCallbacks(model, { texml })].map((one) => [one.code, one.message, one.pointer]);
}

/** Gives the small operation fields: addresses, by three spellings, and others that are called as if they were some. */
function addAddresses({ contract }: Draft<Specs>): void {
  const body = contract.paths["/texml/Accounts/{account_sid}/Calls"]?.post?.requestBody as Draft<RequestBody>;
  const { schema } = body.content["application/x-www-form-urlencoded"] ?? {};
  Object.assign(schema?.properties ?? {}, {
    ...{ Url: { type: "string" }, StatusCallback: { $ref: "#/components/schemas/Address" } },
    ...{ voice_url: { type: "string" }, SendUrl: { type: "boolean" }, UrlMethod: { type: "string" } },
  });
  Object.assign(contract.components?.schemas ?? {}, { Address: { type: "string" } });
}

describe("texmlCallbacks", () => {
  it("is content where each entry names something", () => {
    expect(found()).toEqual([]);
  });

  it("reports operations and fields that the contract lacks, and marks that a schema lacks", () => {
    const problems = found(({ callbacks }) => {
      callbacks["report"]?.askedBy.push(
        { operation: "Gone", field: "To" },
        { operation: "CreateTexmlCall", field: "Gone" },
      );
      Object.assign(callbacks["ask"] ?? {}, { recognisedBy: { Digit: true, Gone: false } });
    });
    expect(problems).toEqual([
      ["texml-callback-unused", "The contract has no operation Gone.", "#/callbacks/report/askedBy/2"],
      ["texml-callback-unused", "The body of CreateTexmlCall has no field Gone.", "#/callbacks/report/askedBy/3"],
      [
        "texml-callback-unused",
        "ask is recognised by Digit, which its schema does not have.",
        "#/callbacks/ask/recognisedBy",
      ],
    ]);
  });

  it("reports addresses that operations of TeXML take and nothing is said of", () => {
    const pointer = "#/paths/~1texml~1Accounts~1{account_sid}~1Calls/post";
    const missing = (field: string) => [
      "texml-callback-missing",
      `Nothing is said of what is sent to the ${field} of CreateTexmlCall.`,
      pointer,
    ];
    expect(found(undefined, addAddresses)).toEqual(["Url", "StatusCallback", "voice_url"].map(missing));
    const told = found(({ callbacks, withoutSource }) => {
      callbacks["report"]?.askedBy.push({ operation: "CreateTexmlCall", field: "Url" });
      withoutSource.push({ what: "x", why: "y", fields: [{ operation: "CreateTexmlCall", field: "StatusCallback" }] });
    }, addAddresses);
    expect(told).toEqual([missing("voice_url")]);
  });

  it("reports what is without source and the contract lacks, and nothing where there is no file", () => {
    const lost = { what: "x", why: "y", fields: [{ operation: "CreateTexmlCall", field: "Gone" }] };
    expect(found(({ withoutSource }) => withoutSource.push(lost))).toEqual([
      ["texml-callback-unused", "The body of CreateTexmlCall has no field Gone.", "#/withoutSource/1/fields/0"],
    ]);
    expect([...texmlCallbacks(smallModel(smallSpecs(addAddresses)), smallSpecs())]).toEqual([]);
  });
});
