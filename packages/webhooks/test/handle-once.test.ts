import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { createMemoryStore, type WebhookStore } from "../src/index.ts";
import { buildEvent } from "../src/testing/index.ts";
import { deliver, fixture } from "./webhook-fixture.ts";

/** A handler whose end the test decides. */
function controlled() {
  const starts: string[] = [];
  const ends: { done: () => void; fail: (error: Error) => void }[] = [];
  const handler = ({ data }: { data: { event_type: string } }) => {
    starts.push(data.event_type);
    return new Promise<void>((done, fail) => ends.push({ done, fail }));
  };
  return { handler, starts, ends };
}

/** A store that notes what is asked of it, and fails where it is told to. */
function noting(failing: readonly (keyof WebhookStore)[] = []) {
  const store = createMemoryStore();
  const calls: string[] = [];
  const note = <Name extends keyof WebhookStore>(name: Name) =>
    (async (id: string, seconds: number) => {
      calls.push(seconds === undefined ? name : `${name} ${seconds}`);
      if (failing.includes(name)) throw new Error(`${name} failed`);
      return (store[name] as (id: string, seconds: number) => Promise<unknown>)(id, seconds);
    }) as unknown as WebhookStore[Name];
  return { calls, store: { claim: note("claim"), complete: note("complete"), release: note("release") } };
}

const until = async (condition: () => boolean) => {
  while (!condition()) await sleep(1);
};

describe("an event", () => {
  it("is handled once, however often it is delivered", async () => {
    let count = 0;
    const { status } = fixture({ on: { default: () => void count++ } });
    const event = buildEvent("call.answered");
    expect([await status(event), await status(event), await status(event)]).toEqual([200, 200, 200]);
    expect(count).toBe(1);
  });

  it("gets 409 while it is in work, and 200 once it was handled", async () => {
    const { handler, ends, starts } = controlled();
    const { handle, status } = fixture({ on: { default: handler } });
    const event = buildEvent("call.answered");
    const first = handle(await deliver(event));
    await until(() => ends.length === 1);
    const second = await handle(await deliver(event));
    expect([second.status, second.headers.get("retry-after")]).toEqual([409, "10"]);
    ends[0]?.done();
    expect((await first).status).toBe(200);
    expect(await status(event)).toBe(200);
    expect(starts).toHaveLength(1);
  });

  it("gets 500 where its handler throws, reaches onError, and is handled when it is delivered again", async () => {
    let count = 0;
    const { calls, store } = noting();
    const fail = () => {
      count++;
      if (count < 3) throw new Error(`no ${count}`);
    };
    const { status, errors } = fixture({ store, ttlSeconds: 60, on: { "call.answered": fail } });
    const event = buildEvent("call.answered");
    const statuses = [await status(event), await status(event), await status(event), await status(event)];
    expect(statuses).toEqual([500, 500, 200, 200]);
    expect(errors).toEqual([new Error("no 1"), new Error("no 2")]);
    expect(count).toBe(3);
    expect(calls).toEqual(["claim 18", "release", "claim 18", "release", "claim 18", "complete 60", "claim 18"]);
  });

  it("is answered at the deadline, goes on, and a failure then reaches onError alone", async () => {
    const { handler, ends, starts } = controlled();
    const { calls, store } = noting();
    const waited: Promise<unknown>[] = [];
    const { handle, status, errors } = fixture({ store, deadline: 0.02, on: { default: handler } });
    const event = buildEvent("call.answered");
    const platform = { waitUntil: (work: Promise<unknown>) => waited.push(work) };
    expect((await handle(await deliver(event), platform)).status).toBe(200);
    expect([starts.length, errors.length, waited.length]).toEqual([1, 0, 2]);
    ends[0]?.fail(new Error("late"));
    await Promise.all(waited);
    expect(errors).toEqual([new Error("late")]);
    expect(calls).toEqual(["claim 10.02", "complete 86400"]);
    expect(await status(event)).toBe(200);
    expect(starts).toHaveLength(1);
  });

  it("is acknowledged before it is handled, where that is asked for", async () => {
    const { handler, ends, starts } = controlled();
    const waited: Promise<unknown>[] = [];
    const { handle, status, errors } = fixture({ acknowledge: "before", on: { default: handler } });
    const event = buildEvent("call.answered");
    const response = await handle(await deliver(event), { waitUntil: (work: Promise<unknown>) => waited.push(work) });
    expect([response.status, starts.length]).toEqual([200, 0]);
    expect(await status(event)).toBe(200);
    await until(() => starts.length === 1);
    ends[0]?.fail(new Error("later"));
    await Promise.all(waited);
    expect(errors).toEqual([new Error("later")]);
  });

  it("is not handled where the store cannot be asked, and gets 500", async () => {
    const { store } = noting(["claim"]);
    const { status, errors } = fixture({ store, on: { default: () => expect.unreachable() } });
    expect(await status(buildEvent("call.answered"))).toBe(500);
    expect(errors).toEqual([new Error("claim failed")]);
  });

  it("was handled, though the store cannot be told", async () => {
    const { store } = noting(["complete", "release"]);
    const { status, errors } = fixture({
      store,
      on: {
        "call.hangup": () => {
          throw new Error("no");
        },
        default: () => {},
      },
    });
    expect(await status(buildEvent("call.answered"))).toBe(200);
    expect(await status(buildEvent("call.hangup"))).toBe(500);
    expect(errors).toEqual([new Error("complete failed"), new Error("release failed"), new Error("no")]);
  });

  it("gets its answer though onError throws, which is logged", async () => {
    const fail = () => {
      throw new Error("twice");
    };
    const { status, lines } = fixture({ on: { default: fail }, onError: fail });
    const event = buildEvent("call.answered");
    expect(await status(event)).toBe(500);
    expect(lines).toEqual([`webhook call.answered ${event.data.id}: Error: twice`]);
  });

  it("leaves no timer behind that would keep the process", async () => {
    const timers = () => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
    const { status } = fixture({ on: { default: () => {} } });
    const before = timers();
    await status(buildEvent("call.answered"));
    expect(timers()).toBe(before);
  });

  it("takes the function of a platform as a method of it", async () => {
    class Context {
      waited = 0;
      waitUntil() {
        this.waited++;
      }
    }
    const context = new Context();
    const { handle } = fixture({ on: { default: () => {} } });
    await handle(await deliver(buildEvent("call.answered")), context);
    expect(context.waited).toBe(1);
  });
});
