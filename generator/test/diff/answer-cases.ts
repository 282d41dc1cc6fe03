import {
  answering,
  answeringWith,
  asIs,
  content,
  deliveredWith,
  type OperationCase,
  operation,
} from "./operation-case.ts";

/** What is answered and what is delivered. */
export const answerCases: readonly OperationCase[] = [
  {
    before: answering("204"),
    after: answering("204", "205"),
    there: [
      "response-success-status-added | dangerous, compatible | DELETE /calls/{call_id} |  | the success status 205 was added | - | #/paths/~1calls~1{call_id}/delete/responses/205 |",
    ],
    back: [
      "response-success-status-removed | breaking, breaking | DELETE /calls/{call_id} |  | the success status 205 was removed | #/paths/~1calls~1{call_id}/delete/responses/205 | - |",
    ],
  },
  {
    before: answering("204"),
    after: answering("204", "404"),
    there: [
      "response-error-status-added | safe, compatible | DELETE /calls/{call_id} |  | the error status 404 was added | - | #/paths/~1calls~1{call_id}/delete/responses/404 |",
    ],
    back: [
      "response-error-status-removed | safe, breaking | DELETE /calls/{call_id} |  | the error status 404 was removed | #/paths/~1calls~1{call_id}/delete/responses/404 | - |",
    ],
  },
  {
    before: answering("204"),
    after: answering("202"),
    there: [
      "response-success-status-removed | breaking, breaking | DELETE /calls/{call_id} |  | the success status 204 was removed | #/paths/~1calls~1{call_id}/delete/responses/204 | - |",
      "response-success-status-added | dangerous, compatible | DELETE /calls/{call_id} |  | the success status 202 was added | - | #/paths/~1calls~1{call_id}/delete/responses/202 |",
    ],
    back: [
      "response-success-status-removed | breaking, breaking | DELETE /calls/{call_id} |  | the success status 202 was removed | #/paths/~1calls~1{call_id}/delete/responses/202 | - |",
      "response-success-status-added | dangerous, compatible | DELETE /calls/{call_id} |  | the success status 204 was added | - | #/paths/~1calls~1{call_id}/delete/responses/204 |",
    ],
  },
  {
    before: answering("204"),
    after: answeringWith(content("application/json")),
    there: [
      "response-answer-became-content | safe, breaking | DELETE /calls/{call_id} |  | the answer 204 is no longer empty | #/paths/~1calls~1{call_id}/delete/responses/204 | #/paths/~1calls~1{call_id}/delete/responses/204 |",
    ],
    back: [
      "response-answer-became-empty | breaking, breaking | DELETE /calls/{call_id} |  | the answer 204 became empty | #/paths/~1calls~1{call_id}/delete/responses/204 | #/paths/~1calls~1{call_id}/delete/responses/204 |",
    ],
  },
  {
    before: answeringWith(content("application/json", "application/xml")),
    after: answeringWith(content("application/json")),
    there: [
      "response-media-type-removed | breaking, breaking | DELETE /calls/{call_id} |  | the media type application/xml was removed | #/paths/~1calls~1{call_id}/delete/responses/204/content/application~1xml | - |",
    ],
    back: [
      "response-media-type-added | safe, compatible | DELETE /calls/{call_id} |  | the media type application/xml was added | - | #/paths/~1calls~1{call_id}/delete/responses/204/content/application~1xml |",
    ],
  },
  {
    before: answeringWith(content("text/csv", "application/xml")),
    after: answeringWith(content("application/xml", "text/csv")),
    there: [],
    back: [],
  },
  {
    before: answeringWith({}),
    after: answeringWith({ headers: { "X-Left": { schema: { type: "integer" } } } }),
    there: [
      "response-header-added | safe, compatible | DELETE /calls/{call_id} | X-Left | the header `X-Left` was added | - | #/paths/~1calls~1{call_id}/delete/responses/204/headers/X-Left |",
    ],
    back: [
      "response-header-removed | breaking, breaking | DELETE /calls/{call_id} | X-Left | the header `X-Left` was removed | #/paths/~1calls~1{call_id}/delete/responses/204/headers/X-Left | - |",
    ],
  },
  {
    before: answeringWith({ headers: { "X-Left": { schema: { type: "integer" } } } }),
    after: answeringWith({ headers: { "X-Left": { required: true, schema: { type: "integer" } } } }),
    there: [
      "response-header-became-required | safe, compatible | DELETE /calls/{call_id} | X-Left | the header `X-Left` became required | #/paths/~1calls~1{call_id}/delete/responses/204/headers/X-Left | #/paths/~1calls~1{call_id}/delete/responses/204/headers/X-Left |",
    ],
    back: [
      "response-header-became-optional | breaking, breaking | DELETE /calls/{call_id} | X-Left | the header `X-Left` became optional | #/paths/~1calls~1{call_id}/delete/responses/204/headers/X-Left | #/paths/~1calls~1{call_id}/delete/responses/204/headers/X-Left |",
    ],
  },
  {
    before: answeringWith({ headers: { "X-Left": { schema: { type: "integer" } } } }),
    after: answeringWith({ headers: { "x-left": { schema: { type: "string" } } } }),
    there: [
      "response-type-changed | breaking, breaking | DELETE /calls/{call_id} | x-left | `x-left` became string, where it was integer | #/paths/~1calls~1{call_id}/delete/responses/204/headers/X-Left/schema | #/paths/~1calls~1{call_id}/delete/responses/204/headers/x-left/schema |",
      "response-header-renamed | safe, breaking | DELETE /calls/{call_id} | x-left | the header X-Left is called x-left | #/paths/~1calls~1{call_id}/delete/responses/204/headers/X-Left | #/paths/~1calls~1{call_id}/delete/responses/204/headers/x-left |",
    ],
    back: [
      "response-type-changed | breaking, breaking | DELETE /calls/{call_id} | X-Left | `X-Left` became integer, where it was string | #/paths/~1calls~1{call_id}/delete/responses/204/headers/x-left/schema | #/paths/~1calls~1{call_id}/delete/responses/204/headers/X-Left/schema |",
      "response-header-renamed | safe, breaking | DELETE /calls/{call_id} | X-Left | the header x-left is called X-Left | #/paths/~1calls~1{call_id}/delete/responses/204/headers/x-left | #/paths/~1calls~1{call_id}/delete/responses/204/headers/X-Left |",
    ],
  },
  {
    before: operation((object) => {
      object.responses = { "202": { description: "", ...content("application/json") } };
    }),
    after: operation((object) => {
      object.responses = { "200": { description: "" }, "202": { description: "", ...content("application/json") } };
    }),
    there: [
      "answer-changed | breaking, breaking | DELETE /calls/{call_id} |  | the method gives the answer 200 nothing, where it gave 202 application/json | #/paths/~1calls~1{call_id}/delete | #/paths/~1calls~1{call_id}/delete |",
      "response-success-status-added | dangerous, compatible | DELETE /calls/{call_id} |  | the success status 200 was added | - | #/paths/~1calls~1{call_id}/delete/responses/200 |",
    ],
    back: [
      "answer-changed | breaking, breaking | DELETE /calls/{call_id} |  | the method gives the answer 202 application/json, where it gave 200 nothing | #/paths/~1calls~1{call_id}/delete | #/paths/~1calls~1{call_id}/delete |",
      "response-success-status-removed | breaking, breaking | DELETE /calls/{call_id} |  | the success status 200 was removed | #/paths/~1calls~1{call_id}/delete/responses/200 | - |",
    ],
  },
  {
    before: deliveredWith(undefined),
    after: deliveredWith({}),
    there: [
      "webhook-header-added | safe, compatible | event call.hangup | telnyx-timestamp | the header `telnyx-timestamp` was added | - | #/webhooks/callEnded/post/parameters/0 |",
    ],
    back: [
      "webhook-header-removed | breaking, breaking | event call.hangup | telnyx-timestamp | the header `telnyx-timestamp` was removed | #/webhooks/callEnded/post/parameters/0 | - |",
    ],
  },
  {
    before: deliveredWith({}),
    after: deliveredWith({ required: true }),
    there: [
      "webhook-header-became-required | safe, compatible | event call.hangup | telnyx-timestamp | the header `telnyx-timestamp` became required | #/webhooks/callEnded/post/parameters/0 | #/webhooks/callEnded/post/parameters/0 |",
    ],
    back: [
      "webhook-header-became-optional | breaking, breaking | event call.hangup | telnyx-timestamp | the header `telnyx-timestamp` became optional | #/webhooks/callEnded/post/parameters/0 | #/webhooks/callEnded/post/parameters/0 |",
    ],
  },
  {
    before: deliveredWith({}),
    after: deliveredWith({ name: "Telnyx-Timestamp" }),
    there: [
      "webhook-header-renamed | safe, breaking | event call.hangup | Telnyx-Timestamp | the header telnyx-timestamp is called Telnyx-Timestamp | #/webhooks/callEnded/post/parameters/0 | #/webhooks/callEnded/post/parameters/0 |",
    ],
    back: [
      "webhook-header-renamed | safe, breaking | event call.hangup | telnyx-timestamp | the header Telnyx-Timestamp is called telnyx-timestamp | #/webhooks/callEnded/post/parameters/0 | #/webhooks/callEnded/post/parameters/0 |",
    ],
  },
  {
    before: deliveredWith({}),
    after: deliveredWith({ schema: { type: "string" } }),
    there: [
      "webhook-type-changed | breaking, breaking | event call.hangup | telnyx-timestamp | `telnyx-timestamp` became string, where it was integer | #/webhooks/callEnded/post/parameters/0/schema | #/webhooks/callEnded/post/parameters/0/schema |",
    ],
    back: [
      "webhook-type-changed | breaking, breaking | event call.hangup | telnyx-timestamp | `telnyx-timestamp` became integer, where it was string | #/webhooks/callEnded/post/parameters/0/schema | #/webhooks/callEnded/post/parameters/0/schema |",
    ],
  },
  {
    before: asIs,
    after: ({ contract }) => {
      const body = contract.webhooks?.["callEnded"]?.post?.requestBody;
      Object.assign((body as { content: object }).content, {
        "application/cloudevents+json": { schema: { type: "string" } },
      });
    },
    there: [
      "webhook-media-type-added | safe, compatible | event call.hangup |  | the media type application/cloudevents+json was added | - | #/webhooks/callEnded/post/requestBody/content/application~1cloudevents+json |",
    ],
    back: [
      "webhook-media-type-removed | breaking, breaking | event call.hangup |  | the media type application/cloudevents+json was removed | #/webhooks/callEnded/post/requestBody/content/application~1cloudevents+json | - |",
    ],
  },
];
