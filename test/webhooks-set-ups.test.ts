// Which set-up promises what: each cell of the README's tables is played, with real processes and a real Redis.
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { GuidePrograms } from "./guides/guide-programs.ts";
import { compileQueueGuide } from "./webhooks/queue-programs.ts";
import { hasRedis } from "./webhooks/redis-server.ts";
import { forget, playScene, type SetUp, scenes, whileFull } from "./webhooks/set-ups.ts";

/** The set-ups, in the order of the table's rows. */
const setUps: readonly SetUp[] = [
  { memory: "process", isAlone: true },
  { memory: "process" },
  { memory: "store", redis: "none" },
  { memory: "store", redis: "everysec" },
  { memory: "store", redis: "always" },
  { memory: "queue", redis: "none" },
  { memory: "queue", redis: "everysec" },
  { memory: "queue", redis: "always" },
];

const store: SetUp = { memory: "store", redis: "always" };
const queue: SetUp = { memory: "queue", redis: "always" };

/** The cells of the table that begins with a header, row by row, without its first column. */
function tableOf(file: string, header: string): string[][] {
  const text = readFileSync(new URL(`../packages/${file}`, import.meta.url), "utf8");
  const [, ...rows] =
    text
      .slice(text.indexOf(`| ${header} |`))
      .split("\n\n")[0]
      ?.trim()
      .split("\n") ?? [];
  const cells = rows.map((row) => row.split("|").slice(2, -1));
  return cells.slice(1).map((row) => row.map((cell) => cell.trim().replaceAll("**", "")));
}

const readme = "webhooks/README.md";
const promises = tableOf(readme, "what remembers");
const policies = tableOf(readme, "`maxmemory-policy`");

describe("the tables of set-ups", () => {
  it("have a row a set-up, and a column a scene", () => {
    const text = readFileSync(new URL(`../packages/${readme}`, import.meta.url), "utf8");
    expect(text).toContain(`| what remembers | ${Object.keys(scenes).join(" | ")} |`);
    expect(promises.map((row) => row.length)).toEqual(setUps.map(() => Object.keys(scenes).length));
    expect(policies.map((row) => row.length)).toEqual([2, 2, 2]);
  });

  it("are the same in the guide, in both languages", () => {
    const words: Readonly<Record<string, string>> = {
      一次: "once",
      两次: "twice",
      开始两次: "begun twice",
      "开始两次，且知情": "begun twice, and known",
      "两次，且知情": "twice, and known",
      丢失: "lost",
      "–": "–",
    };
    const translated = (table: string[][]) => table.map((row) => row.map((cell) => words[cell]));
    const guide = (language: string) => `docs/guides/${language}/webhook-queue.md`;
    expect(tableOf(guide("en"), "what remembers")).toEqual(promises);
    expect(tableOf(guide("en"), "`maxmemory-policy`")).toEqual(policies);
    expect(translated(tableOf(guide("zh-CN"), "由谁记住"))).toEqual(promises);
    expect(translated(tableOf(guide("zh-CN"), "`maxmemory-policy`"))).toEqual(policies);
  });
});

describe.skipIf(!hasRedis).concurrent("a set-up does what the table says", () => {
  let programs: GuidePrograms;
  beforeAll(() => {
    programs = compileQueueGuide();
  }, 180_000);
  afterAll(() => programs?.remove());

  const cells = setUps.flatMap((setUp, row) =>
    Object.entries(scenes).map(([name, play], column) => ({ setUp, name, play, promise: promises[row]?.[column] })),
  );
  for (const { setUp, name, play, promise } of cells.filter((cell) => cell.promise !== "–")) {
    it(`${JSON.stringify(setUp)}, ${name}: ${promise}`, async ({ expect }) => {
      expect(await playScene(setUp, play, programs)).toBe(promise);
    }, 120_000);
  }

  it.each(["noeviction", "volatile-lru", "allkeys-lru"].map((policy, row) => [policy, policies[row]] as const))(
    "when Redis is full, %s: %j",
    async (policy, row) => {
      // The store is asked while it is full; the job waits until there is room.
      const known = playScene(
        store,
        async ({ deliver, redis: { url } }) => {
          await deliver(0);
          await whileFull(url, policy, () => deliver(1));
        },
        programs,
      );
      const waiting = playScene(
        queue,
        (scene) => forget(scene, () => whileFull(scene.redis.url, policy, async () => {})),
        programs,
      );
      expect(await Promise.all([known, waiting])).toEqual(row);
    },
    120_000,
  );

  it("a full Redis that throws nothing out takes no event, and takes it once there is room", async ({ expect }) => {
    for (const setUp of [store, queue]) {
      const scene = playScene(
        setUp,
        async ({ deliver, redis: { url } }) => {
          await whileFull(url, "noeviction", async () => {
            expect(new Set((await deliver(0)).map(({ status }) => status))).toEqual(new Set([500]));
          });
          expect((await deliver(0)).at(-1)?.status).toBe(200);
        },
        programs,
      );
      expect(await scene).toBe("once");
    }
  }, 120_000);
});
