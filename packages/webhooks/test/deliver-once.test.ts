import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type CallEventRecord, type Claim, createMemoryStore, type WebhookStore } from "../src/index.ts";
import { buildEvent } from "../src/testing/index.ts";
import { deliver, fixture } from "./webhook-fixture.ts";

const late = new Error("The store did not answer `claim` in time.");

const event = buildEvent("call.hangup");
const callEvent = {
  type: "webhook",
  metadata: { event: event.data, attempt: 1, delivered_to: "https://example.com/" },
} as unknown as CallEventRecord;

describe("an event that is in work elsewhere", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
  afterEach(() => void vi.useRealTimers());

  it("is asked for again, at first soon, then each fifth of a second, and not beyond the deadline", async () => {
    const begun = performance.now();
    const times: number[] = [];
    const claim = async (): Promise<Claim> => {
      times.push(performance.now() - begun);
      return "busy";
    };
    const on = { default: () => expect.unreachable() };
    const { handle } = fixture({ store: { ...createMemoryStore(), claim }, deadline: 1, on });
    let outcome: string | undefined;
    void handle.replay(callEvent).then((value) => {
      outcome = value;
    });
    await vi.advanceTimersByTimeAsync(999);
    expect([times, outcome]).toEqual([[0, 25, 75, 175, 375, 575, 775, 975], undefined]);
    await vi.advanceTimersByTimeAsync(1);
    expect([times.length, outcome]).toEqual([8, "in-work"]);
  });

  it("that is not, is handled at once", async () => {
    let count = 0;
    const { handle } = fixture({ on: { default: () => void count++ } });
    expect(await handle.replay(callEvent)).toBe("handled");
    expect(count).toBe(1);
  });
});

/** A store that answers a claim as it is told, and notes what is released. */
function answering(claim: () => Promise<unknown>) {
  const released: string[] = [];
  const memory = createMemoryStore();
  const release: WebhookStore["release"] = async (id, token) => {
    released.push(token);
    return memory.release(id, token);
  };
  return { released, store: { ...memory, claim, release } as WebhookStore };
}

describe("a process that is paused while the store answers a claim", () => {
  afterEach(() => vi.restoreAllMocks());

  it.each([
    // The lease may have lapsed, and the event be another's.
    ["does not handle what it claimed longer ago than a lease, and gives it back", 3, { token: "T" }, 503, 0, ["T"]],
    ["does not handle what it claimed after the deadline, and gives it back", 2, { token: "T" }, 503, 0, ["T"]],
    ["handles what it claimed in time", 0.5, { token: "T" }, 200, 1, []],
    ["believes that an event was handled, however late it hears so", 4, "done", 200, 0, []],
  ])("%s: %d s", async (_, seconds, claim, status, count, wanted) => {
    let ahead = 0;
    const now = performance.now.bind(performance);
    vi.spyOn(performance, "now").mockImplementation(() => now() + ahead);
    const { store, released } = answering(async () => {
      ahead += seconds * 1000;
      return claim;
    });
    let runs = 0;
    const deadline = seconds === 3 ? 30 : 1.5;
    const { handle, errors } = fixture({ store, deadline, on: { default: () => void runs++ } });
    expect((await handle(await deliver(event))).status).toBe(status);
    expect([runs, released, errors]).toEqual([count, wanted, status === 503 ? [late] : []]);
  });
});

describe("a claim that the store answers after the deadline", () => {
  afterEach(() => void vi.useRealTimers());

  const wanting = async (claim: () => Promise<unknown>) => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
    const { store, released } = answering(claim);
    const { handle, errors } = fixture({ store, on: { default: () => expect.unreachable() } });
    const outcome = handle.replay(callEvent);
    await vi.advanceTimersByTimeAsync(1_500);
    expect(await outcome).toBe("failed");
    return { released, errors };
  };

  it.each([
    [{ token: "T" }, ["T"]],
    ["busy", []],
    ["done", []],
  ])("is given back where it is one: %j", async (claim, wanted) => {
    let answer = (_claim: unknown) => {};
    const { released, errors } = await wanting(
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    );
    answer(claim);
    await new Promise(setImmediate);
    expect([released, errors]).toEqual([wanted, [late]]);
  });

  it("with an error, reaches onError", async () => {
    let fail = (_error: Error) => {};
    const { errors } = await wanting(
      () =>
        new Promise((_, reject) => {
          fail = reject;
        }),
    );
    fail(new Error("gone"));
    await new Promise(setImmediate);
    expect(errors).toEqual([late, new Error("gone")]);
  });
});
