import type { Schema } from "../../src/document/openapi.ts";
import type { Draft } from "../small-specs.ts";
import type { Side } from "./sides.ts";

const fields = (kind: string): Draft<Schema> => ({
  type: "object",
  properties: { kind: { type: "string", enum: [kind] } },
});

/** Puts a value into what is sent, into what is answered and into what is delivered, each under the name `value`. */
export function withValue(value: Schema): Side {
  return ({ contract }) => {
    const schemas = contract.components?.schemas ?? {};
    const payload = schemas["CallEnded"]?.properties?.["data"]?.properties?.["payload"];
    for (const holder of [schemas["DialRequest"], schemas["Call"], payload]) {
      Object.assign(holder?.properties ?? {}, { value: structuredClone(value) });
    }
    Object.assign(schemas, { Phone: fields("phone"), Sip: fields("sip"), Fax: fields("fax") });
  };
}

/** Where the value stands, by the direction in which it travels there. */
export const places = [
  {
    direction: "request",
    owner: "schema DialRequest",
    path: "value",
    pointer: "#/components/schemas/DialRequest/properties/value",
    touched: ["POST /calls"],
  },
  {
    direction: "response",
    owner: "schema Call",
    path: "value",
    pointer: "#/components/schemas/Call/properties/value",
    touched: [
      "GET /calls",
      "POST /calls",
      "POST /calls/{call_id}/actions/bridge",
      "POST /texml/Accounts/{account_sid}/Calls",
    ],
  },
  {
    direction: "webhook",
    owner: "schema CallEnded",
    path: "data.payload.value",
    pointer: "#/components/schemas/CallEnded/properties/data/properties/payload/properties/value",
    touched: ["event call.hangup"],
  },
] as const;
