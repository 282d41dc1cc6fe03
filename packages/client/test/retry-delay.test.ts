import { describe, expect, it } from "vitest";
import { ApiError } from "../src/index.ts";
import { retryDelay } from "../src/retry.ts";

const context = { method: "GET", path: "/queues", baseUrl: "https://api.test/v2" };
const delayOf = (status: number, headers: Record<string, string>, attempts = 1) =>
  retryDelay(context, {}, new ApiError(context, new Response(null, { status, headers }), undefined), attempts);

const served = Date.parse("Fri, 02 Jan 2026 10:00:00 GMT");
const at = (seconds: number) => new Date(served + seconds * 1000).toUTCString();

describe("the wait that an answer asks for", () => {
  it.each<[string, number, Record<string, string>, number | undefined]>([
    ["seconds", 503, { "retry-after": "2" }, 2000],
    ["a fraction", 503, { "retry-after": "0.25" }, 250],
    ["none", 503, { "retry-after": "0" }, 0],
    ["milliseconds", 503, { "retry-after-ms": "20" }, 20],
    ["no milliseconds", 503, { "retry-after-ms": "0" }, 0],
    ["milliseconds before seconds", 503, { "retry-after-ms": "20", "retry-after": "2" }, 20],
    ["a date, by the server's clock", 503, { "retry-after": at(10), date: at(0) }, 10_000],
    ["a date that is past", 503, { "retry-after": at(-10), date: at(0) }, 0],
    ["Telnyx's seconds to the reset", 429, { "x-ratelimit-reset": "3" }, 3000],
    ["Telnyx's time of the reset", 429, { "x-ratelimit-reset": String(served / 1000 + 7), date: at(0) }, 7000],
    ["retry-after before Telnyx's", 429, { "retry-after": "1", "x-ratelimit-reset": "3" }, 1000],
    ["a minute", 429, { "retry-after": "60" }, 60_000],
    ["a day, as a date", 429, { "retry-after": at(86_400), date: at(0) }, 86_400_000],
    ["a number without end", 429, { "retry-after": "9".repeat(400) }, Number.POSITIVE_INFINITY],
    ["Telnyx's time of the reset, in ms", 429, { "x-ratelimit-reset": String(served + 7000), date: at(0) }, 7000],
    ["a date of ISO 8601", 503, { "retry-after": "2026-01-02T10:00:04Z", date: at(0) }, 4000],
    ["the first where it came twice", 429, { "retry-after": "2, 3" }, 2000],
    ["the first date where that came twice", 503, { "retry-after": `${at(4)}, ${at(5)}`, date: at(0) }, 4000],
    ["the first that is valid", 429, { "x-ratelimit-reset": "-5, soon, 2" }, 2000],
    ["Telnyx's where retry-after says nothing", 429, { "retry-after": "wait 2", "x-ratelimit-reset": "3" }, 3000],
  ])("is %s", (_, status, headers, want) => {
    expect(delayOf(status, headers)).toBe(want);
  });

  it("is a date by the clock here, where the server does not tell its time", () => {
    const delay = delayOf(503, { "retry-after": new Date(Date.now() + 30_000).toUTCString() });
    expect(delay).toBeGreaterThan(28_000);
    expect(delay).toBeLessThanOrEqual(30_000);
  });

  it.each<[string, number, Record<string, string>]>([
    ["a word", 503, { "retry-after": "soon" }],
    ["nothing", 503, { "retry-after": "" }],
    ["two numbers", 503, { "retry-after-ms": "1.2.3" }],
    ["a negative number", 503, { "retry-after": "-5" }],
    ["a number among words", 503, { "retry-after": "wait 2" }],
    ["a date that is half one", 503, { "retry-after": "Jan 2 2099" }],
    ["a reset that is not about this answer", 500, { "x-ratelimit-reset": "60" }],
  ])("is none for %s", (_, status, headers) => {
    for (let round = 0; round < 50; round++) {
      const delay = delayOf(status, headers);
      expect(delay).toBeGreaterThanOrEqual(0);
      expect(delay).toBeLessThan(500);
    }
  });
});

describe("the wait where none is asked for", () => {
  it.each([
    [1, 500],
    [2, 1000],
    [3, 2000],
    [5, 8000],
    [40, 8000],
  ])("is anything below a limit that doubles: after attempt %i below %i ms", (attempts, limit) => {
    const delays = Array.from({ length: 2000 }, () => delayOf(500, {}, attempts) ?? Number.NaN);
    expect(Math.max(...delays)).toBeLessThan(limit);
    expect(Math.max(...delays)).toBeGreaterThan(limit * 0.95);
    expect(Math.min(...delays)).toBeGreaterThanOrEqual(0);
    expect(Math.min(...delays)).toBeLessThan(limit * 0.05);
  });
});
