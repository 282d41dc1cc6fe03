import { describe, expect, it } from "vitest";
import { RateLimitError } from "../src/index.ts";
import { type Answer, busy, dial, failureOf, ok, reply, useServer } from "./loopback.ts";

const room = useServer();

const limited = (milliseconds: number) => reply(429, { errors: [] }, { "retry-after-ms": String(milliseconds) });
const times = (count: number, answer: Answer) => Array.from({ length: count }, () => answer);

/** Lets so many requests pass in each stretch of a clock, and refuses the others until the next. */
function limitTo(count: number, milliseconds: number): Answer {
  let stretch = 0;
  let taken = 0;
  return (request, response) => {
    const now = Math.floor(performance.now() / milliseconds);
    if (now !== stretch) taken = 0;
    stretch = now;
    taken++;
    (taken <= count ? ok : reply(429, { errors: [] }, { "x-ratelimit-reset": String(milliseconds / 1000) }))(
      request,
      response,
    );
  };
}

describe("too many requests", () => {
  it.each(["GET", "POST", "PATCH"])("are no failures: %s is repeated until it is let through", async (method) => {
    room.answers(...times(5, limited(1)), ok);
    const body = method === "GET" ? undefined : {};
    await room.client({ maxRetries: 1 }).request(method, "/anything", { body });
    expect(room.requests.length).toBe(6);
  });

  it("do not use up what failures have", async () => {
    room.answers(limited(1), busy, limited(1), busy, limited(1), ok);
    const { call } = await room.client({ maxRetries: 2 }).calls.dial(dial).withResponse();
    expect(call.attempts).toBe(6);
    expect(new Set(room.requests.map(({ body }) => JSON.parse(body).command_id)).size).toBe(1);
  });

  it("are the result at once where nothing may be repeated, or waited for", async () => {
    room.answers(limited(1));
    expect(await failureOf(room.client({ maxRetries: 0 }).calls.dial(dial))).toBeInstanceOf(RateLimitError);
    expect(await failureOf(room.client({ maxRateLimitWait: 0 }).queues.list())).toBeInstanceOf(RateLimitError);
    expect(room.requests.length).toBe(2);
  });

  it("are waited for as long as the option says, in all", async () => {
    room.answers(limited(60));
    const started = performance.now();
    const error = await failureOf(room.client({ maxRateLimitWait: 300 }).queues.list());
    expect(error).toBeInstanceOf(RateLimitError);
    expect(performance.now() - started).toBeGreaterThan(200);
    expect(room.requests.length).toBeGreaterThan(3);
    expect(room.requests.length).toBeLessThan(7);
  });

  it.each([
    ["a request, for more than the option", {}, 60_001],
    ["a request, for more than an option of its own", { maxRateLimitWait: 1000 }, 1001],
    ["a command, for more than its window", { maxRateLimitWait: 600_000 }, 55_001],
  ])("are the result at once where they put off %s", async (what, options, wait) => {
    room.answers(limited(wait));
    const client = room.client(options);
    const call = what.startsWith("a command") ? client.calls.dial(dial) : client.queues.list();
    expect(await failureOf(call)).toBeInstanceOf(RateLimitError);
    expect(room.requests.length).toBe(1);
  });
});

describe("the pause that follows", () => {
  it("is that of all calls of the client, and of no other client's", async () => {
    const client = room.client();
    room.answers(limited(400), ok);
    const started = performance.now();
    const first = client.calls.dial(dial);
    while (room.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await new Promise((resolve) => setTimeout(resolve, 50));
    const others = times(3, ok).map(() => client.queues.list());
    await room.client().queues.list();
    expect(performance.now() - started).toBeLessThan(350);
    expect(room.requests.length).toBe(2);
    await Promise.all([first, ...others]);
    expect(performance.now() - started).toBeGreaterThan(390);
    expect(room.requests.length).toBe(6);
  });

  it("ends for each call at another time", async () => {
    const { random } = Math;
    const chances = [0, 0.25, 0.5, 0.75, 1];
    // Calls that wait have numbers of their own first: one each.
    let asked = 0;
    Math.random = () => chances[asked++ % chances.length] ?? 0;
    const arrivals: number[] = [];
    const client = room.client();
    const seen: Answer = (request, response) => {
      arrivals.push(performance.now());
      ok(request, response);
    };
    room.answers(...times(5, limited(400)), seen);
    try {
      await Promise.all(times(5, ok).map(() => client.queues.list()));
    } finally {
      Math.random = random;
    }
    expect(Math.max(...arrivals) - Math.min(...arrivals)).toBeGreaterThan(150);
  });

  it("ends with an abort", async () => {
    const client = room.client();
    room.answers(limited(30_000));
    const { signal, abort } = useAbort();
    const calls = [client.queues.list(undefined, { signal }), client.queues.list(undefined, { signal })].map(failureOf);
    setTimeout(abort, 100);
    const started = performance.now();
    expect(await Promise.all(calls)).toMatchObject([{ name: "AbortError" }, { name: "AbortError" }]);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

function useAbort() {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}

describe("a limit of so many requests a time", () => {
  it.each([
    ["all at once", 200],
    ["so many in parallel", 30],
  ])("is kept to without an error: %s", async (_, parallel) => {
    room.answers(limitTo(20, 200));
    const client = room.client();
    let left = 200;
    const work = async () => {
      while (left-- > 0) await client.calls.dial(dial);
    };
    const started = performance.now();
    await Promise.all(Array.from({ length: parallel }, work));
    expect(performance.now() - started).toBeLessThan(15_000);
    // Few are sent in vain.
    expect(room.requests.length).toBeLessThan(200 + 200 + 20 * 40);
  });
});
