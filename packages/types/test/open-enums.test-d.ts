import { describe, expectTypeOf, it } from "vitest";
import type { CallHangupPayload, DialRequest, SpeakRequest, TranscriptionLanguage } from "../src/index.ts";

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

  it("are those that a correction names, and no others", () => {
    expectTypeOf<"triple">().not.toExtend<NonNullable<DialRequest["record_channels"]>>();
  });
});
