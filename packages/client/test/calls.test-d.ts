import type { DialResponse } from "@telnyx-voice/types";
import { describe, expectTypeOf, it } from "vitest";
import type { ApiPromise, TelnyxVoice, WithResponse } from "../src/index.ts";

declare const client: TelnyxVoice;
const dial = { connection_id: "1", from: "+13125550100", to: "+13125550199" };

describe("the answer of a call", () => {
  it("has its data, without a question mark", () => {
    expectTypeOf(client.calls.dial(dial)).toEqualTypeOf<ApiPromise<DialResponse>>();
    expectTypeOf<Awaited<ReturnType<typeof client.calls.dial>>>().toEqualTypeOf<DialResponse>();
    expectTypeOf<DialResponse["data"]["call_control_id"]>().toEqualTypeOf<string>();
    expectTypeOf(client.queues.delete("a")).toEqualTypeOf<ApiPromise<void>>();
    expectTypeOf(client.media.download("a")).toEqualTypeOf<ApiPromise<Response>>();
  });

  it("is what then, catch and finally give", () => {
    const call = client.calls.dial(dial);
    expectTypeOf(call.then(({ data }) => data.call_control_id)).toEqualTypeOf<Promise<string>>();
    expectTypeOf(call.catch(() => 5)).toEqualTypeOf<Promise<DialResponse | number>>();
    expectTypeOf(call.finally(() => {})).toEqualTypeOf<Promise<DialResponse>>();
    expectTypeOf(call).toExtend<Promise<DialResponse>>();
  });

  it("comes with its response", () => {
    expectTypeOf(client.calls.dial(dial).withResponse()).toEqualTypeOf<Promise<WithResponse<DialResponse>>>();
    expectTypeOf<WithResponse<DialResponse>["requestId"]>().toEqualTypeOf<string | undefined>();
    expectTypeOf(client.calls.dial(dial).asResponse()).toEqualTypeOf<Promise<Response>>();
  });

  it("is what the caller says, where the contract does not know it", () => {
    expectTypeOf(client.request("GET", "/a")).toEqualTypeOf<ApiPromise<unknown>>();
    expectTypeOf(client.request<{ a: 1 }>("GET", "/a")).toEqualTypeOf<ApiPromise<{ a: 1 }>>();
  });
});

describe("the arguments of a call", () => {
  it("may leave out what is all optional", () => {
    client.calls.actions.answer("v3:abc");
    client.calls.actions.answer("v3:abc", {});
    client.calls.actions.answer("v3:abc", undefined, { maxRetries: 0 });
    client.queues.list();
    client.conferences.retrieve("1");
    client.texml.accounts.queues.create("AC1");
  });

  it("must have what is required", () => {
    // @ts-expect-error a body
    client.calls.dial();
    // @ts-expect-error `to`
    client.calls.dial({ connection_id: "1", from: "+13125550100" });
    // @ts-expect-error the id
    client.calls.actions.answer();
    // @ts-expect-error a text as the id
    client.calls.actions.hangup(5);
  });

  it("have no names that the contract does not have", () => {
    // @ts-expect-error the method
    client.calls.call(dial);
    // @ts-expect-error the field
    client.calls.dial({ ...dial, timeout_seconds: 5 });
    // @ts-expect-error the type of the field
    client.calls.dial({ ...dial, timeout_secs: "5" });
    // @ts-expect-error the filter
    client.callEvents.list({ filter: { occured_at: { gte: "2026-01-01" } } });
    client.callEvents.list({ filter: { occurred_at: { gte: "2026-01-01" } }, page: { size: 5 } });
  });

  it("take several numbers", () => {
    client.calls.dial({ ...dial, to: ["+13125550199", "sip:agent@example.com"], command_id: "mine" });
  });
});

describe("client.http", () => {
  it("is typed by paths", async () => {
    const { data, error } = await client.http.GET("/calls/{call_control_id}", {
      params: { path: { call_control_id: "1" } },
    });
    expectTypeOf(data?.data).not.toBeAny();
    expectTypeOf(error).not.toBeAny();
    // @ts-expect-error there is no such path
    client.http.GET("/calls/{id}", { params: { path: { id: "1" } } });
  });
});
