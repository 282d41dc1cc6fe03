import { describe, expectTypeOf, it } from "vitest";
import type { CallHangupPayload, DialRequest, ErrorCode, SpeakRequest, TranscriptionLanguage } from "../src/index.ts";

describe("lists of values that grow", () => {
  it("take what is not listed yet", () => {
    expectTypeOf<"xx-NEW">().toExtend<TranscriptionLanguage>();
    expectTypeOf<"xx-NEW">().toExtend<NonNullable<SpeakRequest["language"]>>();
    expectTypeOf<"a_new_cause">().toExtend<NonNullable<CallHangupPayload["hangup_cause"]>>();
  });

  it("keep the listed values apart, for an editor to offer", () => {
    expectTypeOf<TranscriptionLanguage>().not.toEqualTypeOf<string>();
    expectTypeOf<Extract<TranscriptionLanguage, "en-US">>().toEqualTypeOf<"en-US">();
  });

  it("are the codes of errors as well", () => {
    expectTypeOf<"12345">().toExtend<ErrorCode>();
    expectTypeOf<ErrorCode>().not.toEqualTypeOf<string>();
    expectTypeOf<Extract<ErrorCode, "90018">>().toEqualTypeOf<"90018">();
  });

  it("are those that a correction names, and no others", () => {
    expectTypeOf<"triple">().not.toExtend<NonNullable<DialRequest["record_channels"]>>();
  });
});
