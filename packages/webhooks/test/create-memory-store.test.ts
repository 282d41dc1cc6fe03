import { describe, expect, it } from "vitest";
import { createMemoryStore } from "../src/index.ts";

describe("createMemoryStore", () => {
  it("gives an event to one, then says it is busy, then that it is done", async () => {
    const store = createMemoryStore();
    expect([await store.claim("a", 10), await store.claim("a", 10)]).toEqual(["claimed", "busy"]);
    await store.complete("a", 10);
    expect([await store.claim("a", 10), await store.claim("b", 10)]).toEqual(["done", "claimed"]);
    await store.release("b");
    expect(await store.claim("b", 10)).toBe("claimed");
  });

  it("lets claims lapse, and forgets what was handled, in their time", async () => {
    let time = 0;
    const store = createMemoryStore({ now: () => time });
    await store.claim("a", 10);
    time = 9_999;
    expect(await store.claim("a", 10)).toBe("busy");
    time = 10_000;
    expect(await store.claim("a", 10)).toBe("claimed");
    await store.complete("a", 5);
    time = 14_999;
    expect(await store.claim("a", 10)).toBe("done");
    time = 15_000;
    expect(await store.claim("a", 10)).toBe("claimed");
  });

  it("remembers no more than it may, the newest", async () => {
    const store = createMemoryStore({ maxEvents: 2 });
    for (const id of ["a", "b", "c"]) {
      await store.claim(id, 10);
      await store.complete(id, 10);
    }
    expect(await Promise.all(["b", "c", "a"].map((id) => store.claim(id, 10)))).toEqual(["done", "done", "claimed"]);
  });
});
