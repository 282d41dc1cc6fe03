import { describe, expect, it } from "vitest";
import { AbortError } from "../src/index.ts";
import { type Answer, dial, failureOf, half, reply, silence, useServer } from "./loopback.ts";

const room = useServer();

describe("the caller's signal", () => {
  const reason = new Error("the user left");
  const abortError = { name: "AbortError", message: "POST /calls: the call was aborted", cause: reason };

  it("before the call: nothing is sent", async () => {
    const error = await failureOf(room.client().calls.dial(dial, { signal: AbortSignal.abort(reason) }));
    expect(error).toBeInstanceOf(AbortError);
    expect(error).toMatchObject(abortError);
    await new Promise((done) => setTimeout(done, 20));
    expect(room.requests.length).toBe(0);
  });

  it("at once after the call: nothing is sent", async () => {
    const controller = new AbortController();
    const call = room.client().calls.dial(dial, { signal: controller.signal });
    controller.abort(reason);
    expect(await failureOf(call)).toMatchObject(abortError);
    await new Promise((done) => setTimeout(done, 20));
    expect(room.requests.length).toBe(0);
  });

  it.each<[string, Answer]>([
    ["while the headers are awaited", silence],
    ["while the body is read", half("stop")],
    ["while the body of an error is read", half("stop", 500)],
    ["while the next attempt is awaited", reply(503, "", { "retry-after": "30" })],
  ])("%s", async (_, answer) => {
    const controller = new AbortController();
    room.answers((request, response) => {
      answer(request, response);
      setTimeout(() => controller.abort(reason), 20);
    });
    const started = performance.now();
    expect(await failureOf(room.client().calls.dial(dial, { signal: controller.signal }))).toMatchObject(abortError);
    expect(performance.now() - started).toBeLessThan(5000);
    expect(room.requests.length).toBe(1);
  });

  it("after the answer: nothing happens", async () => {
    const controller = new AbortController();
    const answer = await room.client().calls.dial(dial, { signal: controller.signal });
    controller.abort(reason);
    expect(answer.data.call_control_id).toBe("v3:abc");
  });

  it("says why it aborted, a timeout of its own, too", async () => {
    room.answers(silence);
    const error = await failureOf(room.client().queues.list(undefined, { signal: AbortSignal.timeout(20) }));
    expect(error).toMatchObject({ name: "AbortError", cause: { name: "TimeoutError" } });
  });
});
