import type { ErrorCode } from "@telnyx-voice/types";
import { describe, expectTypeOf, it } from "vitest";
import type { ApiError, errorCode } from "../src/index.ts";

describe("the codes of errors", () => {
  it("are named, and are what an error has", () => {
    expectTypeOf<typeof errorCode.callEnded>().toEqualTypeOf<"90018">();
    expectTypeOf<(typeof errorCode)[keyof typeof errorCode]>().toExtend<ErrorCode>();
    expectTypeOf<ApiError["code"]>().toEqualTypeOf<ErrorCode | undefined>();
    expectTypeOf<ApiError["errors"][number]["code"]>().toEqualTypeOf<ErrorCode | undefined>();
    expectTypeOf<ApiError["telnyxError"]>().toExtend<{ readonly error_code?: string } | undefined>();
  });
});
