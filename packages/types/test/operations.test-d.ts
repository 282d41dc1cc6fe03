import { describe, expectTypeOf, it } from "vitest";
import type {
  AnswerRequest,
  DialRequest,
  DialResponse,
  ListActiveCallsResponse,
  ListCallEventsQuery,
  paths,
} from "../src/index.ts";

describe("requests", () => {
  it("require what the API requires and nothing that has a default", () => {
    expectTypeOf<{ connection_id: string; from: string; to: string }>().toExtend<DialRequest>();
    expectTypeOf<DialRequest["timeout_secs"]>().toEqualTypeOf<number | undefined>();
    // @ts-expect-error `from` is missing
    expectTypeOf<{ connection_id: string; to: string }>().toExtend<DialRequest>();
  });

  it("take a list of codecs, not one literal", () => {
    expectTypeOf<AnswerRequest["preferred_codecs"]>().toEqualTypeOf<string | undefined>();
  });

  it("name what they filter by", () => {
    expectTypeOf<NonNullable<ListCallEventsQuery["filter"]>>().toHaveProperty("occurred_at");
  });
});

describe("responses", () => {
  it("always hold data", () => {
    expectTypeOf<DialResponse["data"]["call_control_id"]>().toEqualTypeOf<string>();
    expectTypeOf<undefined>().not.toExtend<ListActiveCallsResponse["data"]>();
  });

  it("are the ones of the path", () => {
    type Direct = paths["/calls"]["post"]["responses"][200]["content"]["application/json"];
    expectTypeOf<DialResponse>().toEqualTypeOf<Direct>();
  });
});
