import { describe, expect, it } from "vitest";
import { type ApiPromise, RateLimitError, type TelnyxVoice } from "../src/index.ts";
import { stubAnswer, stubList } from "../src/testing.ts";
import { failureOf } from "./loopback.ts";

type Dialler = { readonly calls: Pick<TelnyxVoice["calls"], "dial"> };
const request = { connection_id: "1", from: "+13125550100", to: "+13125550199" };
const answer = {
  data: {
    call_control_id: "v3:abc",
    call_leg_id: "428c31b6-7af4-4bcb-b7f5-5013ef9657c1",
    call_session_id: "428c31b6-abf3-3bc1-b7f4-5013ef9657c1",
    is_alive: false,
    record_type: "call",
  },
} as const;

describe("stubAnswer", () => {
  const client: Dialler = { calls: { dial: () => stubAnswer(answer) } };

  it("is what a call gives, in each of its forms", async () => {
    expect(await client.calls.dial(request)).toBe(answer);
    const { data, response, call } = await client.calls.dial(request).withResponse();
    expect([data, response.status, call.attempts]).toEqual([answer, 200, 1]);
    expect(await (await client.calls.dial(request).asResponse()).json()).toEqual(answer);
  });

  it("fails with the error of a promise that is rejected", async () => {
    const context = { method: "POST", path: "/calls", baseUrl: "https://stub.test" };
    const error = new RateLimitError(context, new Response(null, { status: 429 }), undefined);
    const failing: Dialler = { calls: { dial: () => stubAnswer(Promise.reject<typeof answer>(error)) } };
    expect(await failureOf(failing.calls.dial(request))).toBe(error);
    const message: string = await failing.calls.dial(request).then(
      () => "",
      (reason) => reason.message,
    );
    expect(message).toContain("429 POST /calls");
  });

  it("may be nothing", async () => {
    const gone: ApiPromise<void> = stubAnswer(undefined);
    expect(await gone).toBeUndefined();
  });
});

describe("stubList", () => {
  const one = { recording_id: "1" };
  const two = { recording_id: "2" };
  const recordings: Pick<TelnyxVoice["recordings"], "list"> = {
    list: () => stubList("data", { data: [one] as never[] }, { data: [two] as never[] }) as never,
  };

  it("is walked as a list is", async () => {
    const list = recordings.list();
    expect(await list).toEqual({ data: [one] });
    expect(await list.all()).toEqual([one, two]);
    expect(await list.all({ limit: 0 })).toEqual([]);
    expect(await list.first()).toEqual(one);
    const pages: unknown[] = [];
    for await (const page of list.pages()) pages.push(page);
    expect(pages).toHaveLength(2);
    const items: unknown[] = [];
    for await (const item of list) items.push(item);
    expect(items).toEqual([one, two]);
  });
});
