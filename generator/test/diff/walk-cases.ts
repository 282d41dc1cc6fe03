import { byCursor, byNumber, listing, type OperationCase } from "./operation-case.ts";

/** How lists are walked. */
export const walkCases: readonly OperationCase[] = [
  {
    before: listing(byNumber),
    after: listing(byCursor),
    there: [
      "pagination-changed | breaking, compatible | GET /calls |  | pages are walked by cursor (data), where it was by number (data) | #/paths/~1calls/get | #/paths/~1calls/get |",
      "response-property-removed | breaking, breaking | GET /calls | meta.page_number | `meta.page_number` was removed | #/paths/~1calls/get/responses/200/content/application~1json/schema/properties/meta/properties/page_number | - |",
      "response-property-removed | breaking, breaking | GET /calls | meta.total_pages | `meta.total_pages` was removed | #/paths/~1calls/get/responses/200/content/application~1json/schema/properties/meta/properties/total_pages | - |",
      "response-property-added | safe, compatible | GET /calls | meta.cursors | `meta.cursors` was added | - | #/paths/~1calls/get/responses/200/content/application~1json/schema/properties/meta/properties/cursors |",
    ],
    back: [
      "pagination-changed | breaking, compatible | GET /calls |  | pages are walked by number (data), where it was by cursor (data) | #/paths/~1calls/get | #/paths/~1calls/get |",
      "response-property-removed | breaking, breaking | GET /calls | meta.cursors | `meta.cursors` was removed | #/paths/~1calls/get/responses/200/content/application~1json/schema/properties/meta/properties/cursors | - |",
      "response-property-added | safe, compatible | GET /calls | meta.page_number | `meta.page_number` was added | - | #/paths/~1calls/get/responses/200/content/application~1json/schema/properties/meta/properties/page_number |",
      "response-property-added | safe, compatible | GET /calls | meta.total_pages | `meta.total_pages` was added | - | #/paths/~1calls/get/responses/200/content/application~1json/schema/properties/meta/properties/total_pages |",
    ],
  },
  {
    before: listing(undefined),
    after: listing(byNumber),
    there: [
      "pagination-added | safe, compatible | GET /calls |  | pages are walked by number (data) | #/paths/~1calls/get | #/paths/~1calls/get |",
      "response-property-added | safe, compatible | GET /calls | meta | `meta` was added | - | #/paths/~1calls/get/responses/200/content/application~1json/schema/properties/meta |",
    ],
    back: [
      "pagination-removed | breaking, breaking | GET /calls |  | pages are no longer walked by number (data) | #/paths/~1calls/get | #/paths/~1calls/get |",
      "response-property-removed | breaking, breaking | GET /calls | meta | `meta` was removed | #/paths/~1calls/get/responses/200/content/application~1json/schema/properties/meta | - |",
    ],
  },
];
