import { defaultMaxListeners, getEventListeners } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { AbortError, isAbortError, TelnyxError } from "../src/index.ts";
import { createLimiter, type Limiter, type LimiterOptions } from "../src/limiter.ts";
import { failureOf } from "./loopback.ts";

/** Gives tasks that are numbered, and tells which have begun; each ends when it is told to. */
function useTasks(limit: Limiter) {
  const begun: number[] = [];
  const ends = new Map<number, (value?: unknown) => void>();
  const add = (number: number, options?: { signal: AbortSignal }) => {
    const task = () => new Promise((resolve) => ends.set(begun.push(number) && number, resolve));
    return limit(task, options);
  };
  return { begun, add, end: (number: number) => ends.get(number)?.() };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));
const never = () => new Promise<void>(() => {});

describe("a task", () => {
  it("starts at once, and gives what it gives", async () => {
    const limit = createLimiter({ perSecond: 1, inParallel: 1 });
    let hasBegun = false;
    const result = limit(() => {
      hasBegun = true;
      return "given";
    });
    expect(hasBegun).toBe(true);
    expect(await result).toBe("given");
  });

  it.each([
    ["rejects", () => Promise.reject(new Error("no"))],
    [
      "throws",
      () => {
        throw new Error("no");
      },
    ],
  ])("that %s fails so, and makes room", async (_, task) => {
    const limit = createLimiter({ inParallel: 1 });
    const failed = failureOf(limit(task));
    const next = limit(() => "next");
    expect(await failed).toMatchObject({ message: "no" });
    expect(await next).toBe("next");
  });

  it("may bring others, which wait for their turn", async () => {
    const limit = createLimiter({ inParallel: 2 });
    const order: string[] = [];
    const outer = limit(async () => {
      order.push("outer");
      await Promise.all([limit(() => order.push("inner")), limit(() => order.push("second"))]);
      order.push("end");
    });
    await outer;
    expect(order).toEqual(["outer", "inner", "second", "end"]);
  });
});

describe("inParallel", () => {
  it("is how many are under way, in the order in which they came", async () => {
    const { begun, add, end } = useTasks(createLimiter({ inParallel: 2 }));
    const results = [1, 2, 3, 4, 5].map((number) => add(number));
    expect(begun).toEqual([1, 2]);
    end(2);
    await results[1];
    expect(begun).toEqual([1, 2, 3]);
    end(1);
    end(3);
    await Promise.all([results[0], results[2]]);
    expect(begun).toEqual([1, 2, 3, 4, 5]);
  });

  it("is never exceeded, and all have their turn", async () => {
    const limit = createLimiter({ inParallel: 7 });
    let underWay = 0;
    let most = 0;
    const results = Array.from({ length: 500 }, (_, index) =>
      limit(async () => {
        most = Math.max(most, ++underWay);
        await sleep(Math.random() * 3);
        underWay--;
        if (index % 3 === 0) throw index;
        return index;
      }).catch((number) => number),
    );
    expect(await Promise.all(results)).toEqual(Array.from({ length: 500 }, (_, index) => index));
    expect(most).toBe(7);
  });

  it("takes as long for each, however many wait", async () => {
    const timeOf = async (count: number) => {
      const limit = createLimiter({ inParallel: 1 });
      const before = performance.now();
      await Promise.all(Array.from({ length: count }, () => limit(() => {})));
      return performance.now() - before;
    };
    await timeOf(25_000);
    // Eight times as long; where each looked at all others, 64 times.
    expect((await timeOf(200_000)) / (await timeOf(25_000))).toBeLessThan(24);
  }, 60_000);
});

describe("perSecond, by a clock that is played", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** Starts so many, and gives the times at which they start, from now, in ms. */
  function startsOf(limit: Limiter, count: number): number[] {
    const from = performance.now();
    const starts: number[] = [];
    for (let number = 0; number < count; number++) void limit(() => starts.push(Math.round(performance.now() - from)));
    return starts;
  }

  it.each([
    [10, [0, 100, 200, 300, 400]],
    [4, [0, 250, 500, 750, 1000]],
    [0.5, [0, 2000, 4000, 6000, 8000]],
  ])("spaces starts evenly, at %d", async (perSecond, want) => {
    const starts = startsOf(createLimiter({ perSecond }), 5);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(starts).toEqual(want);
  });

  it("starts the next though none has ended", async () => {
    const { begun, add } = useTasks(createLimiter({ perSecond: 10 }));
    for (const number of [1, 2, 3, 4]) void add(number);
    await vi.advanceTimersByTimeAsync(310);
    expect(begun).toEqual([1, 2, 3, 4]);
  });

  it("starts the next though one before it was refused", async () => {
    const { begun, add } = useTasks(createLimiter({ perSecond: 10 }));
    const controller = new AbortController();
    void add(1);
    const refused = failureOf(add(2, { signal: controller.signal }));
    void add(3);
    controller.abort();
    expect(isAbortError(await refused)).toBe(true);
    await vi.advanceTimersByTimeAsync(110);
    expect(begun).toEqual([1, 3]);
  });

  it("has no burst after an idle time", async () => {
    const limit = createLimiter({ perSecond: 10 });
    startsOf(limit, 3);
    await vi.advanceTimersByTimeAsync(60_000);
    const starts = startsOf(limit, 4);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(starts).toEqual([0, 100, 200, 300]);
  });

  it("has none after the tasks under way have ended late", async () => {
    const limit = createLimiter({ perSecond: 10, inParallel: 1 });
    const { add, end } = useTasks(limit);
    void add(1);
    const starts = startsOf(limit, 4);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(starts).toEqual([]);
    end(1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(starts).toEqual([30_000, 30_100, 30_200, 30_300]);
  });

  it("has none after the process stood still, and makes up for one start that came late", async () => {
    const limit = createLimiter({ perSecond: 10 });
    const starts = startsOf(limit, 12);
    await vi.advanceTimersByTimeAsync(200);
    // A timer that is late by less than the space between two starts.
    vi.setSystemTime(Date.now());
    const { now } = performance;
    let late = 60;
    performance.now = () => now.call(performance) + late;
    await vi.advanceTimersByTimeAsync(100);
    expect(starts.slice(3)).toEqual([360]);
    await vi.advanceTimersByTimeAsync(40);
    expect(starts.slice(3)).toEqual([360, 400]);
    late = 3_600_000;
    await vi.advanceTimersByTimeAsync(100);
    await vi.advanceTimersByTimeAsync(250);
    expect(starts.slice(5)).toEqual([3_600_440, 3_600_540, 3_600_640]);
    performance.now = now;
  });

  it.each([
    ["stands still", () => 0],
    ["runs backward", (_: number, turn: number) => -50 * turn],
    ["jumps back", (now: number, turn: number) => (turn > 6 ? now - 1e6 : now)],
  ])("does not depend on a clock that %s", async (_, play) => {
    const { now } = performance;
    let turn = 0;
    performance.now = () => play(now.call(performance), turn++);
    const times: number[] = [];
    const limit = createLimiter({ perSecond: 10 });
    for (let number = 0; number < 5; number++) void limit(() => times.push(now.call(performance)));
    await vi.advanceTimersByTimeAsync(410);
    performance.now = now;
    expect(times).toHaveLength(5);
    for (const [index, time] of times.slice(1).entries())
      expect(time - Number(times[index])).toBeGreaterThanOrEqual(99);
  });

  it("waits for longer than a timer can", async () => {
    const starts = startsOf(createLimiter({ perSecond: 1e-9 }), 2);
    await vi.advanceTimersByTimeAsync(1_000_000);
    expect(starts).toEqual([0]);
  });

  it("leaves no timer where nobody waits", async () => {
    const limit = createLimiter({ perSecond: 1 });
    void limit(() => {});
    expect(vi.getTimerCount()).toBe(0);
    const controller = new AbortController();
    const refused = failureOf(limit(never, { signal: controller.signal }));
    expect(vi.getTimerCount()).toBe(1);
    controller.abort();
    await refused;
    expect(vi.getTimerCount()).toBe(0);
    // And what comes then waits for its turn all the same.
    const starts = startsOf(limit, 1);
    await vi.advanceTimersByTimeAsync(1_500);
    expect(starts).toEqual([1000]);
  });
});

describe("perSecond, by the clock of the machine", () => {
  it("keeps the pace on average, and lets two start together at most", async () => {
    const limit = createLimiter({ perSecond: 100 });
    const times: number[] = [];
    await Promise.all(Array.from({ length: 120 }, () => limit(() => times.push(performance.now()))));
    const at = (index: number) => Number(times[index]);
    // n starts take n - 2 spaces at least; a timer may come a ms early.
    for (const [index, time] of times.entries()) {
      for (let later = index + 2; later < times.length; later++) {
        expect(at(later) - time).toBeGreaterThanOrEqual((later - index - 1) * 10 - 1);
      }
    }
    expect(at(119) - at(0)).toBeGreaterThanOrEqual(1_179);
  });
});

describe("a signal", () => {
  it("refuses those who wait, with its reason, and no others", async () => {
    const { begun, add, end } = useTasks(createLimiter({ inParallel: 1 }));
    const controller = new AbortController();
    const { signal } = controller;
    const first = add(1, { signal });
    const refused = [add(2, { signal }), add(3, { signal })].map(failureOf);
    const last = add(4);
    controller.abort("enough");
    for (const error of await Promise.all(refused)) {
      expect(error).toBeInstanceOf(AbortError);
      expect(isAbortError(error)).toBe(true);
      expect(error).toMatchObject({ message: "the task was aborted before it began", cause: "enough" });
    }
    expect(begun).toEqual([1]);
    end(1);
    await first;
    expect(begun).toEqual([1, 4]);
    end(4);
    await last;
  });

  it("that has aborted before refuses at once, and takes no turn", async () => {
    const limit = createLimiter({ perSecond: 1, inParallel: 1 });
    const error = await failureOf(limit(() => "begun", { signal: AbortSignal.abort() }));
    expect(error).toBeInstanceOf(AbortError);
    expect(await limit(() => "next")).toBe("next");
  });

  it("keeps no listener when all have begun, or were refused", async () => {
    const { add, end } = useTasks(createLimiter({ inParallel: 1 }));
    const [one, other] = [new AbortController(), new AbortController()];
    const count = ({ signal }: AbortController) => getEventListeners(signal, "abort").length;
    const tasks = [add(1, one), add(2, one), add(3, other), add(4, one)];
    expect([count(one), count(other)]).toEqual([1, 1]);
    for (const number of [1, 2, 3]) {
      end(number);
      await tasks[number - 1];
    }
    expect([count(one), count(other)]).toEqual([0, 0]);
    const refused = failureOf(add(5, other));
    other.abort();
    await refused;
    expect(count(other)).toBe(0);
  });

  it("may be one for a thousand, without a warning", async () => {
    const warnings: Error[] = [];
    const onWarning = (warning: Error) => void warnings.push(warning);
    process.on("warning", onWarning);
    const limit = createLimiter({ inParallel: 1 });
    const controller = new AbortController();
    void limit(never);
    const refused = Array.from({ length: 1_000 }, () => failureOf(limit(never, { signal: controller.signal })));
    controller.abort();
    expect((await Promise.all(refused)).every(isAbortError)).toBe(true);
    await settled();
    process.off("warning", onWarning);
    expect(warnings).toEqual([]);
    expect(defaultMaxListeners).toBeLessThan(1_000);
  });
});

describe("a wrong option", () => {
  const limits = "a limiter needs `perSecond`, a number above 0, or `inParallel`, an integer from 1";

  it.each<[object | undefined, string]>([
    [undefined, limits],
    [{}, limits],
    [{ perSecond: undefined }, limits],
    [{ perSecond: 0 }, `${limits}, not \`perSecond: 0\``],
    [{ perSecond: -1 }, `${limits}, not \`perSecond: -1\``],
    [{ perSecond: Number.NaN }, `${limits}, not \`perSecond: NaN\``],
    [{ perSecond: Number.POSITIVE_INFINITY }, `${limits}, not \`perSecond: Infinity\``],
    [{ perSecond: "10" }, `${limits}, not \`perSecond: 10\``],
    [{ inParallel: 0 }, `${limits}, not \`inParallel: 0\``],
    [{ inParallel: 1.5 }, `${limits}, not \`inParallel: 1.5\``],
    [{ inParallel: null }, `${limits}, not \`inParallel: \``],
    [{ perSecond: 10, concurrency: 50 }, `${limits}, not \`concurrency: 50\``],
  ])("is named: %j", (options, message) => {
    const make = () => createLimiter(options as LimiterOptions);
    expect(make).toThrow(TelnyxError);
    expect(make).toThrow(expect.objectContaining({ message }));
  });
});
