import { type OperationCase, operation, sending } from "./operation-case.ts";

/** The body that is sent. */
export const bodyCases: readonly OperationCase[] = [
  {
    before: sending(false, "application/json"),
    after: operation((object) => {
      delete object.requestBody;
    }),
    there: [
      "request-body-removed | dangerous, breaking | DELETE /calls/{call_id} |  | the body was removed | #/paths/~1calls~1{call_id}/delete/requestBody | - |",
      "arguments-moved | safe, breaking | DELETE /calls/{call_id} |  | the method takes nothing before its options, where it took a body | #/paths/~1calls~1{call_id}/delete | #/paths/~1calls~1{call_id}/delete |",
    ],
    back: [
      "arguments-moved | safe, breaking | DELETE /calls/{call_id} |  | the method takes a body before its options, where it took nothing | #/paths/~1calls~1{call_id}/delete | #/paths/~1calls~1{call_id}/delete |",
      "request-body-added | safe, compatible | DELETE /calls/{call_id} |  | a body was added | - | #/paths/~1calls~1{call_id}/delete/requestBody |",
    ],
  },
  {
    before: operation((object) => {
      delete object.requestBody;
    }),
    after: sending(true, "application/json"),
    there: [
      "request-required-body-added | breaking, breaking | DELETE /calls/{call_id} |  | a body was added and is required | - | #/paths/~1calls~1{call_id}/delete/requestBody |",
      "arguments-moved | safe, breaking | DELETE /calls/{call_id} |  | the method takes a body before its options, where it took nothing | #/paths/~1calls~1{call_id}/delete | #/paths/~1calls~1{call_id}/delete |",
    ],
    back: [
      "request-body-removed | dangerous, breaking | DELETE /calls/{call_id} |  | the body was removed | #/paths/~1calls~1{call_id}/delete/requestBody | - |",
      "arguments-moved | safe, breaking | DELETE /calls/{call_id} |  | the method takes nothing before its options, where it took a body | #/paths/~1calls~1{call_id}/delete | #/paths/~1calls~1{call_id}/delete |",
    ],
  },
  {
    before: sending(false, "application/json"),
    after: sending(true, "application/json"),
    there: [
      "request-body-became-required | breaking, breaking | DELETE /calls/{call_id} |  | the body became required | #/paths/~1calls~1{call_id}/delete/requestBody | #/paths/~1calls~1{call_id}/delete/requestBody |",
    ],
    back: [
      "request-body-became-optional | safe, compatible | DELETE /calls/{call_id} |  | the body became optional | #/paths/~1calls~1{call_id}/delete/requestBody | #/paths/~1calls~1{call_id}/delete/requestBody |",
    ],
  },
  {
    before: sending(true, "application/json"),
    after: sending(true, "application/json", "application/x-www-form-urlencoded"),
    there: [
      "request-media-type-added | safe, compatible | DELETE /calls/{call_id} |  | the media type application/x-www-form-urlencoded was added | - | #/paths/~1calls~1{call_id}/delete/requestBody/content/application~1x-www-form-urlencoded |",
    ],
    back: [
      "request-media-type-removed | breaking, breaking | DELETE /calls/{call_id} |  | the media type application/x-www-form-urlencoded was removed | #/paths/~1calls~1{call_id}/delete/requestBody/content/application~1x-www-form-urlencoded | - |",
    ],
  },
  {
    before: sending(true, "application/json", "application/x-www-form-urlencoded"),
    after: sending(true, "application/x-www-form-urlencoded", "application/json"),
    there: [
      "request-encoding-changed | breaking, breaking | DELETE /calls/{call_id} |  | methods send the body as form, where it was json | #/paths/~1calls~1{call_id}/delete | #/paths/~1calls~1{call_id}/delete |",
    ],
    back: [
      "request-encoding-changed | breaking, breaking | DELETE /calls/{call_id} |  | methods send the body as json, where it was form | #/paths/~1calls~1{call_id}/delete | #/paths/~1calls~1{call_id}/delete |",
    ],
  },
  {
    before: sending(true, "multipart/form-data"),
    after: operation((object) => {
      const schema = {
        type: "object",
        required: ["reason"],
        properties: { reason: { type: "string", format: "binary" } },
      };
      Object.assign(object, { requestBody: { required: true, content: { "multipart/form-data": { schema } } } });
    }),
    there: [
      "upload-changed | breaking, breaking | DELETE /calls/{call_id} |  | the fields that hold a file are reason, where they were none | #/paths/~1calls~1{call_id}/delete | #/paths/~1calls~1{call_id}/delete |",
      "request-format-added | dangerous, compatible | DELETE /calls/{call_id} | reason | `reason` has the format binary | #/paths/~1calls~1{call_id}/delete/requestBody/content/multipart~1form-data/schema/properties/reason | #/paths/~1calls~1{call_id}/delete/requestBody/content/multipart~1form-data/schema/properties/reason |",
    ],
    back: [
      "upload-changed | breaking, breaking | DELETE /calls/{call_id} |  | the fields that hold a file are none, where they were reason | #/paths/~1calls~1{call_id}/delete | #/paths/~1calls~1{call_id}/delete |",
      "request-format-removed | safe, compatible | DELETE /calls/{call_id} | reason | `reason` no longer has the format binary | #/paths/~1calls~1{call_id}/delete/requestBody/content/multipart~1form-data/schema/properties/reason | #/paths/~1calls~1{call_id}/delete/requestBody/content/multipart~1form-data/schema/properties/reason |",
    ],
  },
];
