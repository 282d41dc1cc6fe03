import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type CallEventRecord, createMemoryStore, type WebhookStore } from "../src/index.ts";
import { buildEvent } from "../src/testing/index.ts";
import { fixture } from "./webhook-fixture.ts";

/** A store whose clock can be set forward, as it is for a process that was paused. */
function paused() {
  let ahead = 0;
  const store = createMemoryStore({ now: () => performance.now() + ahead });
  return { store, pass: (seconds: number) => (ahead += seconds * 1000) };
}

/** Begins to handle an event; the handler ends, by a value or an error, when the test says so. */
async function begin(store: WebhookStore) {
  let end = (_error?: Error) => {};
  const { handle, errors } = fixture({
    store,
    on: {
      default: () =>
        new Promise<void>((resolve, reject) => {
          end = (error) => (error === undefined ? resolve() : reject(error));
        }),
    },
  });
  const { data } = buildEvent("call.hangup");
  // Without a body to be read, nothing takes time but by the clock that the test moves.
  const outcome = handle.replay({ type: "webhook", metadata: { event: data } } as unknown as CallEventRecord);
  await vi.advanceTimersByTimeAsync(0);
  return {
    id: data.id,
    errors,
    end: (error?: Error) => {
      end(error);
      return outcome;
    },
  };
}

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
afterEach(() => void vi.useRealTimers());

const tokenOf = async (store: WebhookStore, id: string) => ((await store.claim(id, 3)) as { token: string }).token;

describe("a claim", () => {
  it("is renewed while the handler is at work, and no longer", async () => {
    const memory = createMemoryStore();
    let renewals = 0;
    const renew: WebhookStore["renew"] = (id, token, lease) => {
      renewals++;
      return memory.renew(id, token, lease);
    };
    const { id, end } = await begin({ ...memory, renew });
    await vi.advanceTimersByTimeAsync(3_500);
    expect(await memory.claim(id, 3)).toBe("busy");
    await end();
    expect(await memory.claim(id, 3)).toBe("done");
    const before = renewals;
    await vi.advanceTimersByTimeAsync(1_200);
    expect(before).toBe(3);
    expect(renewals).toBe(before);
  });

  it("that lapsed is taken again by whoever is still at work, if nobody else has it", async () => {
    const { store, pass } = paused();
    const completed = await begin(store);
    pass(4);
    await completed.end();
    expect(await store.claim(completed.id, 3)).toBe("done");
    const renewed = await begin(store);
    pass(4);
    await vi.advanceTimersByTimeAsync(1_100);
    expect(await store.claim(renewed.id, 3)).toBe("busy");
    await renewed.end();
    expect(await store.claim(renewed.id, 3)).toBe("done");
  });

  it.each([undefined, new Error("no")])(
    "that another has taken since stays theirs, in work or done: %s",
    async (error) => {
      const { store, pass } = paused();
      const first = await begin(store);
      pass(4);
      const token = await tokenOf(store, first.id);
      await first.end(error);
      expect(await store.claim(first.id, 3)).toBe("busy");
      expect(await store.renew(first.id, token, 3)).toBe(true);
      const second = await begin(store);
      pass(4);
      await store.complete(second.id, await tokenOf(store, second.id), 60);
      await second.end(error);
      expect(await store.claim(second.id, 3)).toBe("done");
    },
  );

  it("that another has taken since is asked for once, and not held on to", async () => {
    const { store, pass } = paused();
    const calls: string[] = [];
    const noted = Object.fromEntries(
      (["claim", "renew", "complete", "release"] as const).map((name) => [
        name,
        (...words: [string, string, number]) => {
          calls.push(name);
          expect(words).not.toContain(undefined);
          return (store[name] as (...words: unknown[]) => Promise<unknown>)(...words);
        },
      ]),
    ) as unknown as WebhookStore;
    const first = await begin(noted);
    pass(4);
    await tokenOf(store, first.id);
    await vi.advanceTimersByTimeAsync(2_500);
    await first.end();
    expect(calls).toEqual(["claim", "renew", "claim", "complete", "claim"]);
    expect(first.errors).toEqual([]);
  });

  it.each([
    ["which it is", true],
    ["which it is not", false],
  ])("is not renewed any more, where the handler ends while it is being renewed, %s", async (_, stands) => {
    const memory = createMemoryStore();
    let renewals = 0;
    let answer = () => {};
    const renew: WebhookStore["renew"] = () => {
      renewals++;
      return new Promise((resolve) => {
        answer = () => resolve(stands);
      });
    };
    const { id, end } = await begin({ ...memory, renew });
    await vi.advanceTimersByTimeAsync(1_100);
    const ended = end();
    answer();
    await ended;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(renewals).toBe(1);
    expect(await memory.claim(id, 3)).toBe("done");
  });

  it("is renewed on although the store fails for a while, of which onError is told", async () => {
    const memory = createMemoryStore();
    let fails = true;
    const renew: WebhookStore["renew"] = async (id, token, lease) => {
      if (fails) throw new Error("away");
      return memory.renew(id, token, lease);
    };
    const { id, end, errors } = await begin({ ...memory, renew });
    await vi.advanceTimersByTimeAsync(1_500);
    fails = false;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(errors).toEqual([new Error("away")]);
    expect(await memory.claim(id, 3)).toBe("busy");
    await end();
    expect(await memory.claim(id, 3)).toBe("done");
  });
});

describe("a store that answers after minutes", () => {
  it.each(["complete", "release"] as const)("does not hold the work for %s", async (name) => {
    const store = { ...createMemoryStore(), [name]: () => new Promise<never>(() => {}) };
    const { end, errors } = await begin(store);
    const no = new Error("no");
    const ended = end(name === "release" ? no : undefined);
    await vi.advanceTimersByTimeAsync(3_000);
    await ended;
    const late = new Error(`The store did not answer \`${name}\` in time.`);
    expect(errors).toEqual(name === "release" ? [late, no] : [late]);
  });
});
