import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startLimit, within } from "../src/time-limit.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe("a limit", () => {
  it("says what is left of it, down to nothing", async () => {
    const limit = startLimit(1.5);
    const left = [limit.left()];
    for (const passed of [400, 1_000, 100]) {
      await vi.advanceTimersByTimeAsync(passed);
      left.push(limit.left());
    }
    expect(left).toEqual([1_500, 1_100, 100, 0]);
    await expect(limit.over).resolves.toBeUndefined();
  });

  it("is over when its timer is, which may be early by the clock", async () => {
    const start = performance.now();
    vi.spyOn(performance, "now").mockReturnValue(start + 0.5);
    const limit = startLimit(1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(limit.left()).toBe(0);
  });

  it("has nothing left in a process that was paused beyond it, though no timer has run yet", () => {
    const limit = startLimit(1);
    vi.spyOn(performance, "now").mockReturnValue(performance.now() + 4_000);
    expect(limit.left()).toBe(-3_000);
  });

  it("lets go of its timer", () => {
    startLimit(1).cancel();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("within a time", () => {
  const late = () => new Error("late");

  it("gives what comes, and lets go of the timer", async () => {
    expect(await within(1, Promise.resolve(7), late)).toBe(7);
    await expect(within(1, Promise.reject(new Error("no")), late)).rejects.toThrow("no");
    expect(vi.getTimerCount()).toBe(0);
  });

  it("throws where nothing comes", async () => {
    const waiting = expect(within(1, new Promise(() => {}), late)).rejects.toThrow("late");
    await vi.advanceTimersByTimeAsync(1_000);
    await waiting;
  });
});
