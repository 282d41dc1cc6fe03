import type { DialResponse } from "@telnyx-voice/types";
import { describe, expectTypeOf, it } from "vitest";
import type { TelnyxVoice } from "../src/index.ts";
import { createLimiter } from "../src/limiter.ts";

declare const client: TelnyxVoice;
declare const either: string | Promise<number>;
const limit = createLimiter({ perSecond: 10, inParallel: 50 });
const dial = { connection_id: "1", from: "+13125550100", to: "+13125550199" };

describe("what a limiter gives", () => {
  it("is what the task gives", () => {
    expectTypeOf(limit(() => client.calls.dial(dial))).toEqualTypeOf<Promise<DialResponse>>();
    expectTypeOf(limit(async () => 5)).toEqualTypeOf<Promise<number>>();
    expectTypeOf(limit(() => "text")).toEqualTypeOf<Promise<string>>();
    expectTypeOf(limit(() => {})).toEqualTypeOf<Promise<void>>();
    expectTypeOf(limit(() => either)).toEqualTypeOf<Promise<string | number>>();
  });

  it("wants a function: a call by itself has begun already", () => {
    // @ts-expect-error a promise
    limit(client.calls.dial(dial));
    // @ts-expect-error a controller
    limit(() => 5, { signal: new AbortController() });
    limit(() => 5, { signal: undefined });
  });
});

describe("the options of a limiter", () => {
  it("may be absent, each", () => {
    createLimiter({ perSecond: 0.5 });
    createLimiter({ inParallel: 50, perSecond: undefined });
    // @ts-expect-error there is none of this name
    createLimiter({ perSeconds: 10 });
    // @ts-expect-error a number
    createLimiter({ perSecond: "10" });
  });
});
