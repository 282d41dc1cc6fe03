import { type OperationCase, taking, takingShared } from "./operation-case.ts";

/** What is sent beside the body. */
export const parameterCases: readonly OperationCase[] = [
  {
    before: taking({ name: "page" }),
    after: taking({ name: "dry_run", schema: { type: "boolean" } }),
    there: [
      "request-parameter-removed | dangerous, breaking | POST /calls | page | the query parameter `page` was removed | #/paths/~1calls/post/parameters/1 | - |",
    ],
    back: [
      "request-parameter-added | safe, compatible | POST /calls | page | the query parameter `page` was added | - | #/paths/~1calls/post/parameters/1 |",
    ],
  },
  {
    before: taking({ name: "dry_run", schema: { type: "boolean" } }),
    after: taking({ required: true }),
    there: [
      "request-required-parameter-added | breaking, breaking | POST /calls | page | the query parameter `page` was added and is required | - | #/paths/~1calls/post/parameters/1 |",
    ],
    back: [
      "request-parameter-removed | dangerous, breaking | POST /calls | page | the query parameter `page` was removed | #/paths/~1calls/post/parameters/1 | - |",
    ],
  },
  {
    before: taking({}),
    after: taking({ required: true }),
    there: [
      "request-parameter-became-required | breaking, breaking | POST /calls | page | the parameter `page` became required | #/paths/~1calls/post/parameters/1 | #/paths/~1calls/post/parameters/1 |",
    ],
    back: [
      "request-parameter-became-optional | safe, compatible | POST /calls | page | the parameter `page` became optional | #/paths/~1calls/post/parameters/1 | #/paths/~1calls/post/parameters/1 |",
    ],
  },
  {
    before: taking({}),
    after: taking({ in: "header" }),
    there: [
      "request-parameter-removed | dangerous, breaking | POST /calls | page | the query parameter `page` was removed | #/paths/~1calls/post/parameters/1 | - |",
      "request-parameter-added | safe, compatible | POST /calls | page | the header parameter `page` was added | - | #/paths/~1calls/post/parameters/1 |",
    ],
    back: [
      "request-parameter-removed | dangerous, breaking | POST /calls | page | the header parameter `page` was removed | #/paths/~1calls/post/parameters/1 | - |",
      "request-parameter-added | safe, compatible | POST /calls | page | the query parameter `page` was added | - | #/paths/~1calls/post/parameters/1 |",
    ],
  },
  {
    before: taking({ in: "header", name: "X-Page" }),
    after: taking({ in: "header", name: "x-page" }),
    there: [
      "request-header-renamed | safe, breaking | POST /calls | x-page | the header X-Page is called x-page | #/paths/~1calls/post/parameters/1 | #/paths/~1calls/post/parameters/1 |",
    ],
    back: [
      "request-header-renamed | safe, breaking | POST /calls | X-Page | the header x-page is called X-Page | #/paths/~1calls/post/parameters/1 | #/paths/~1calls/post/parameters/1 |",
    ],
  },
  {
    before: taking({ style: "form", explode: true }),
    after: taking({ style: "form", explode: false }),
    there: [
      "request-parameter-style-changed | breaking, compatible | POST /calls | page | the parameter `page` is written in the style form, where it was form, exploded | #/paths/~1calls/post/parameters/1 | #/paths/~1calls/post/parameters/1 |",
    ],
    back: [
      "request-parameter-style-changed | breaking, compatible | POST /calls | page | the parameter `page` is written in the style form, exploded, where it was form | #/paths/~1calls/post/parameters/1 | #/paths/~1calls/post/parameters/1 |",
    ],
  },
  {
    before: taking({ style: "form" }),
    after: taking({ style: "deepObject" }),
    there: [
      "request-parameter-style-changed | breaking, compatible | POST /calls | page | the parameter `page` is written in the style deepObject, where it was form, exploded | #/paths/~1calls/post/parameters/1 | #/paths/~1calls/post/parameters/1 |",
    ],
    back: [
      "request-parameter-style-changed | breaking, compatible | POST /calls | page | the parameter `page` is written in the style form, exploded, where it was deepObject | #/paths/~1calls/post/parameters/1 | #/paths/~1calls/post/parameters/1 |",
    ],
  },
  {
    before: taking({}),
    after: taking({ deprecated: true }),
    there: [
      "request-deprecated | safe, compatible | POST /calls | page | `page` is deprecated | #/paths/~1calls/post/parameters/1 | #/paths/~1calls/post/parameters/1 |",
    ],
    back: [
      "request-reinstated | safe, compatible | POST /calls | page | `page` is no longer deprecated | #/paths/~1calls/post/parameters/1 | #/paths/~1calls/post/parameters/1 |",
    ],
  },
  {
    before: taking({ description: "One" }),
    after: taking({ description: "Another" }),
    there: [
      "request-text-changed | docs, compatible | POST /calls | page | `page` is described otherwise | #/paths/~1calls/post/parameters/1 | #/paths/~1calls/post/parameters/1 |",
    ],
    back: [
      "request-text-changed | docs, compatible | POST /calls | page | `page` is described otherwise | #/paths/~1calls/post/parameters/1 | #/paths/~1calls/post/parameters/1 |",
    ],
  },
  {
    before: taking({}),
    after: taking({ schema: { type: "string" } }),
    there: [
      "request-type-changed | breaking, breaking | POST /calls | page | `page` became string, where it was integer | #/paths/~1calls/post/parameters/1/schema | #/paths/~1calls/post/parameters/1/schema |",
    ],
    back: [
      "request-type-changed | breaking, breaking | POST /calls | page | `page` became integer, where it was string | #/paths/~1calls/post/parameters/1/schema | #/paths/~1calls/post/parameters/1/schema |",
    ],
  },
  {
    before: taking({ schema: { type: "object", properties: { status: { type: "string" } } } }),
    after: taking({ schema: { type: "object", properties: { status: { type: "string", maxLength: 3 } } } }),
    there: [
      "request-limit-tightened | breaking, compatible | POST /calls | page.status | `page.status` has a tighter limit: maxLength 3, where it was no maxLength | #/paths/~1calls/post/parameters/1/schema/properties/status | #/paths/~1calls/post/parameters/1/schema/properties/status |",
    ],
    back: [
      "request-limit-loosened | safe, compatible | POST /calls | page.status | `page.status` has a looser limit: no maxLength, where it was maxLength 3 | #/paths/~1calls/post/parameters/1/schema/properties/status | #/paths/~1calls/post/parameters/1/schema/properties/status |",
    ],
  },
  {
    before: takingShared({ type: "integer" }),
    after: takingShared({ type: "integer", maximum: 100 }),
    there: [
      "request-limit-tightened | breaking, compatible | parameter PageSize | page_size | `page_size` has a tighter limit: maximum 100, where it was no maximum | #/components/parameters/PageSize/schema | #/components/parameters/PageSize/schema | GET /calls, GET /recordings/{id}.mp3",
    ],
    back: [
      "request-limit-loosened | safe, compatible | parameter PageSize | page_size | `page_size` has a looser limit: no maximum, where it was maximum 100 | #/components/parameters/PageSize/schema | #/components/parameters/PageSize/schema | GET /calls, GET /recordings/{id}.mp3",
    ],
  },
];
