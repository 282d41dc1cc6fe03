import { describe, expect, it } from "vitest";
import { createLimiter } from "../src/limiter.ts";
import { busy, dial, failureOf, ok, reply, useServer } from "./loopback.ts";

describe("limited dials", () => {
  const room = useServer();

  it("come as the limits say, with their answers", async () => {
    let underWay = 0;
    let most = 0;
    room.answers((_, response) => {
      most = Math.max(most, ++underWay);
      setTimeout(() => {
        underWay--;
        ok(_, response);
      }, 5);
    });
    const limit = createLimiter({ perSecond: 200, inParallel: 3 });
    const client = room.client();
    const begun = performance.now();
    const calls = await Promise.all(Array.from({ length: 40 }, () => limit(() => client.calls.dial(dial))));
    expect(performance.now() - begun).toBeGreaterThanOrEqual(190);
    expect(calls.map(({ data }) => data.call_control_id)).toEqual(Array(40).fill("v3:abc"));
    expect(room.requests).toHaveLength(40);
    expect(most).toBeLessThanOrEqual(3);
  });

  it("count as one with their retries, and fail as themselves", async () => {
    room.answers(busy, ok, reply(422, { errors: [{ code: "10002" }] }));
    const limit = createLimiter({ inParallel: 1 });
    const client = room.client();
    const first = limit(() => client.calls.dial(dial));
    const second = failureOf(limit(() => client.calls.dial(dial)));
    expect((await first).data.call_control_id).toBe("v3:abc");
    expect(await second).toMatchObject({ status: 422, code: "10002" });
    expect(room.requests).toHaveLength(3);
  });

  it("from a source without end are taken when there is room", async () => {
    const limit = createLimiter({ perSecond: 1_000 });
    const client = room.client();
    let taken = 0;
    async function* numbers() {
      for (;;) yield `+1312555${++taken}`;
    }
    const source = numbers();
    const dialEach = async () => {
      for await (const to of source) {
        await limit(() => client.calls.dial({ ...dial, to }));
        if (room.requests.length >= 30) return;
      }
    };
    await Promise.all(Array.from({ length: 5 }, dialEach));
    const dialled = room.requests.map(({ body }) => JSON.parse(body).to);
    expect(new Set(dialled).size).toBe(dialled.length);
    expect(taken - dialled.length).toBeLessThanOrEqual(5);
  });
});
