import { describe, expect, it } from "vitest";
import { createMemoryStore, type WebhookStore } from "../src/index.ts";

/** Claims an event that is free, and gives the token. */
async function tokenOf(store: WebhookStore, id: string): Promise<string> {
  const claim = await store.claim(id, 10);
  if (typeof claim !== "object") throw new Error(`${id} is ${claim}`);
  return claim.token;
}

describe("createMemoryStore", () => {
  it("gives an event to one, then says it is busy, then that it is done", async () => {
    const store = createMemoryStore();
    const token = await tokenOf(store, "a");
    expect(await store.claim("a", 10)).toBe("busy");
    expect(await store.complete("a", token, 10)).toBe(true);
    expect(await store.claim("a", 10)).toBe("done");
    await store.release("b", await tokenOf(store, "b"));
    expect(await tokenOf(store, "b")).not.toBe(token);
  });

  it("lets claims lapse that nobody renews, and forgets what was handled, in their time", async () => {
    let time = 0;
    const store = createMemoryStore({ now: () => time });
    const token = await tokenOf(store, "a");
    time = 9_999;
    expect(await store.claim("a", 10)).toBe("busy");
    expect(await store.renew("a", token, 10)).toBe(true);
    time = 19_998;
    expect(await store.claim("a", 10)).toBe("busy");
    time = 19_999;
    expect(await store.renew("a", token, 10)).toBe(false);
    expect(await store.complete("a", token, 5)).toBe(false);
    await store.complete("a", await tokenOf(store, "a"), 5);
    time = 24_998;
    expect(await store.claim("a", 10)).toBe("done");
    time = 24_999;
    expect(await tokenOf(store, "a")).not.toBe(token);
  });

  it("lets nobody touch the claim of another, nor what another has done", async () => {
    const store = createMemoryStore();
    const first = await tokenOf(store, "a");
    await store.release("a", first);
    const second = await tokenOf(store, "a");
    for (const token of [first, "", "busy"]) {
      expect(await store.renew("a", token, 10)).toBe(false);
      expect(await store.complete("a", token, 10)).toBe(false);
      await store.release("a", token);
    }
    expect(await store.claim("a", 10)).toBe("busy");
    await store.complete("a", second, 10);
    for (const token of [first, second, "done"]) await store.release("a", token);
    expect(await store.claim("a", 10)).toBe("done");
  });

  it("remembers no more than it may, the newest", async () => {
    const store = createMemoryStore({ maxEvents: 2 });
    for (const id of ["a", "b", "c"]) await store.complete(id, await tokenOf(store, id), 10);
    expect(await store.claim("b", 10)).toBe("done");
    expect(await store.claim("c", 10)).toBe("done");
    expect(await store.claim("a", 10)).toHaveProperty("token");
    const one = createMemoryStore({ maxEvents: 1 });
    for (const id of ["a", "b"]) await one.complete(id, await tokenOf(one, id), 10);
    expect(await one.claim("b", 10)).toBe("done");
    for (const maxEvents of [Number.NaN, 0])
      expect(() => createMemoryStore({ maxEvents })).toThrow(
        expect.objectContaining({ code: "option-invalid", message: "`maxEvents` must be at least 1." }),
      );
  });

  it("forgets nothing when the clock of the machine jumps", async () => {
    const { now } = Date;
    const store = createMemoryStore();
    await store.complete("a", await tokenOf(store, "a"), 86_400);
    try {
      Date.now = () => now() + 2 * 86_400_000;
      expect(await store.claim("a", 10)).toBe("done");
    } finally {
      Date.now = now;
    }
  });
});
