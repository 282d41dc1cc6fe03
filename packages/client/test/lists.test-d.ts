import type { ListActiveCallsResponse, ListQueuesResponse, ListTexmlCallsResponse } from "@telnyx-voice/types";
import { describe, expectTypeOf, it } from "vitest";
import type { ItemOf, ListPromise, TelnyxVoice } from "../src/index.ts";

declare const client: TelnyxVoice;

describe("a list", () => {
  it("has typed items", async () => {
    const list = client.connections.listActiveCalls("1");
    expectTypeOf(list).toEqualTypeOf<ListPromise<ListActiveCallsResponse, "data">>();
    type Item = ListActiveCallsResponse["data"][number];
    expectTypeOf<Item["call_control_id"]>().toEqualTypeOf<string>();
    for await (const item of list) expectTypeOf(item).toEqualTypeOf<Item>();
    expectTypeOf(list.first()).toEqualTypeOf<Promise<Item | undefined>>();
    expectTypeOf(list.all({ limit: 5 })).toEqualTypeOf<Promise<Item[]>>();
  });

  it("has typed items where their list may be absent, too", async () => {
    for await (const call of client.texml.accounts.calls.list("AC1")) {
      expectTypeOf(call).not.toBeAny();
      expectTypeOf(call).toEqualTypeOf<NonNullable<ListTexmlCallsResponse["calls"]>[number]>();
    }
    expectTypeOf<ItemOf<{ a?: string[] | null }, "a">>().toEqualTypeOf<string>();
    expectTypeOf<ItemOf<{ a: string }, "a">>().toEqualTypeOf<unknown>();
  });

  it("has typed pages, and is the first one", async () => {
    for await (const page of client.queues.list().pages()) expectTypeOf(page).toEqualTypeOf<ListQueuesResponse>();
    expectTypeOf(await client.queues.list()).toEqualTypeOf<ListQueuesResponse>();
  });

  it("takes no limit that is no number", () => {
    // @ts-expect-error a text
    client.queues.list().all({ limit: "5" });
  });
});
