import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it, vi } from "vitest";
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

/** A store that notes what is asked of it, and fails, or never answers, where it is told to. */
function noting(failing: readonly (keyof WebhookStore)[] = [], hanging: readonly (keyof WebhookStore)[] = []) {
  const store = createMemoryStore();
  const calls: string[] = [];
  const note = <Name extends keyof WebhookStore>(name: Name) =>
    ((...words: [string, string, number]) => {
      const seconds = words.find((word) => typeof word === "number");
      calls.push(seconds === undefined ? name : `${name} ${seconds}`);
      if (failing.includes(name)) return Promise.reject(new Error(`${name} failed`));
      if (hanging.includes(name)) return new Promise(() => {});
      return (store[name] as (...words: unknown[]) => Promise<unknown>)(...words);
    }) as unknown as WebhookStore[Name];
  return {
    calls,
    store: { claim: note("claim"), renew: note("renew"), complete: note("complete"), release: note("release") },
  };
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

  it("waits while it is in work, and then gets the answer that the first delivery got", async () => {
    const { handler, ends, starts } = controlled();
    const { status } = fixture({ on: { default: handler } });
    const deliverTwice = async (end: () => void) => {
      const event = buildEvent("call.answered");
      const statuses = [status(event), status(event)];
      await until(() => ends.length > 0);
      await sleep(20);
      end();
      ends.length = 0;
      return Promise.all(statuses);
    };
    expect(await deliverTwice(() => ends[0]?.done())).toEqual([200, 200]);
    expect(await deliverTwice(() => ends[0]?.fail(new Error("no")))).toEqual([500, 500]);
    expect(starts).toHaveLength(2);
  });

  it("gets 503 at the deadline in every delivery, and 200 in the next one once it was handled", async () => {
    const { handler, ends, starts } = controlled();
    const { handle, status, errors } = fixture({ deadline: 0.1, on: { default: handler } });
    const event = buildEvent("call.answered");
    const answers = await Promise.all([handle(await deliver(event)), handle(await deliver(event))]);
    expect(answers.map(({ status, headers }) => [status, headers.get("retry-after")])).toEqual([
      [503, "1"],
      [503, "1"],
    ]);
    expect(await status(event)).toBe(503);
    ends[0]?.done();
    expect(await status(event)).toBe(200);
    expect([starts.length, errors]).toEqual([1, []]);
  });

  it("is handled once by two that share a store, and both say so", async () => {
    const { handler, ends, starts } = controlled();
    const store = createMemoryStore();
    const first = fixture({ store, on: { default: handler } });
    const second = fixture({ store, on: { default: handler } });
    const event = buildEvent("call.answered");
    const statuses = [first.status(event), second.status(event)];
    await until(() => ends.length === 1);
    await sleep(60);
    ends[0]?.done();
    expect(await Promise.all(statuses)).toEqual([200, 200]);
    expect(starts).toHaveLength(1);
  });

  it("is taken over by a delivery that waits for one elsewhere, where that fails", async () => {
    const store = createMemoryStore();
    const { handler, ends } = controlled();
    const first = fixture({ store, on: { default: handler } });
    let count = 0;
    const second = fixture({ store, on: { default: () => void count++ } });
    const event = buildEvent("call.answered");
    const failed = first.status(event);
    await until(() => ends.length === 1);
    const taken = second.status(event);
    ends[0]?.fail(new Error("no"));
    expect([await failed, await taken, count]).toEqual([500, 200, 1]);
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
    expect(calls).toEqual(["claim 3", "release", "claim 3", "release", "claim 3", "complete 60", "claim 3"]);
  });

  it("goes on past the deadline, as the platform is told, and a failure reaches onError and the next delivery", async () => {
    const { handler, ends, starts } = controlled();
    const { calls, store } = noting();
    const waited: Promise<unknown>[] = [];
    const { handle, status, errors } = fixture({ store, deadline: 0.1, on: { default: handler } });
    const event = buildEvent("call.answered");
    const platform = { waitUntil: (work: Promise<unknown>) => waited.push(work) };
    expect((await handle(await deliver(event), platform)).status).toBe(503);
    expect([starts.length, errors.length, waited.length]).toEqual([1, 0, 1]);
    ends[0]?.fail(new Error("late"));
    await Promise.all(waited);
    expect(errors).toEqual([new Error("late")]);
    expect(calls).toEqual(["claim 3", "release"]);
    const again = status(event);
    await until(() => ends.length === 2);
    ends[1]?.done();
    expect(await again).toBe(200);
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
    expect(await status(event)).toBe(200);
    await until(() => starts.length === 2);
    ends[1]?.done();
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

  it.each(["call.hangup", "call.answered"] as const)(
    "%s gets its answer by the deadline though the store hangs",
    async (name) => {
      const { store } = noting([], ["complete", "release"]);
      const fail = () => {
        throw new Error("no");
      };
      const { status } = fixture({ store, deadline: 0.1, on: { "call.hangup": fail, default: () => {} } });
      const begun = performance.now();
      const wanted = name === "call.hangup" ? 500 : 200;
      const event = buildEvent(name);
      expect([await status(event), await status(event)]).toEqual([wanted, wanted]);
      expect(performance.now() - begun).toBeLessThan(1_000);
    },
  );

  it("gets 503 where the store does not answer a claim, and is not handled when it does", async () => {
    const memory = createMemoryStore();
    let answer = () => {};
    const slow = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const store = { ...memory, claim: (id: string, lease: number) => slow.then(() => memory.claim(id, lease)) };
    let count = 0;
    const { status, errors } = fixture({ store, deadline: 0.1, on: { default: () => void count++ } });
    const event = buildEvent("call.answered");
    expect(await status(event)).toBe(503);
    expect(errors).toEqual([new Error("The store did not answer `claim` in time.")]);
    answer();
    await sleep(5);
    expect(count).toBe(0);
    expect(await status(event)).toBe(200);
    expect(count).toBe(1);
  });

  it("gets its answer though onError throws, which is logged", async () => {
    const fail = () => {
      throw new Error("twice");
    };
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
    const { status, lines } = fixture({ on: { default: fail }, onError: fail });
    const event = buildEvent("call.answered");
    expect(await status(event)).toBe(500);
    expect(lines).toEqual([`webhook call.answered ${event.data.id}: Error: twice`]);
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
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
