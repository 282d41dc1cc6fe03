// The programs of the guide to the queue, each in a process of its own, with a real BullMQ and a real Redis that writes each
// change to the disk, while all of them are killed. `pnpm --filter @telnyx-voice/test loss` plays it with 10,000 events each.
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, it } from "vitest";
import type { GuidePrograms } from "./guides/guide-programs.ts";
import { countRuns, type Runs } from "./webhooks/count-runs.ts";
import { type Play, playLosses, type Script, type Stage } from "./webhooks/play-losses.ts";
import { compileQueueGuide, startQueuePrograms } from "./webhooks/queue-programs.ts";
import { hasRedis } from "./webhooks/redis-server.ts";

const events = Number(process.env["LOSS_EVENTS"] ?? 120);
/** Fifteen a second, which a machine can sign and handle six times at once. */
const seconds = Math.max(8, events / 15);

let programs: GuidePrograms;
beforeAll(() => {
  if (hasRedis) programs = compileQueueGuide();
}, 180_000);
afterAll(() => programs?.remove());

async function play(
  title: string,
  disturb: (stage: Stage) => Promise<unknown>,
  more: Partial<Script> = {},
): Promise<Play & { runs: Runs }> {
  const script = { events, seconds, schedule: "six in 10 s", ...more } as const;
  const played = await playLosses(script, disturb, (...where) => startQueuePrograms(programs, ...where));
  const runs = countRuns(played);
  const { handled, lost, failed, statuses, longestWait, deaths, redisKills } = played;
  const counts = { ...handled, lost, failed, statuses, kills: deaths.size, redisKills, ...runs, longestWait };
  console.log(`${title}: ${JSON.stringify(counts)}`);
  return { ...played, runs };
}

/** Jobs that take 2.5 seconds, so that some are in work at any moment. */
const slowly = { events: Math.ceil(events / 2), areSlow: true };

/** Does something at random moments, for as long as events are sent. */
async function atRandom(pace: number, disturb: (turn: number) => Promise<unknown>): Promise<void> {
  const begun = performance.now();
  for (let turn = 0; performance.now() - begun < (seconds - pace) * 1000; turn++) {
    await sleep((0.5 + Math.random()) * pace * 1000);
    await disturb(turn);
  }
}

/** Kills Redis while jobs wait in it that no worker has taken, and starts it anew; gives how long it was away. */
async function restartRedis({ pause, redis }: Stage): Promise<number> {
  const paused = [pause(2, 1.2), pause(3, 1.2)];
  await sleep(800);
  const begun = performance.now();
  await redis.restart();
  const away = performance.now() - begun;
  await Promise.all(paused);
  return away;
}

/** That nothing is lost that was answered 200, and that no event became two jobs. */
const kept = { lost: 0, runs: { enqueuedTwice: 0 } };

describe.skipIf(!hasRedis).concurrent("a queue loses no event and has each one once", () => {
  it("where servers are killed, which no job notices", async ({ expect }) => {
    const played = await play("servers", ({ kill }) => atRandom(1.5, (turn) => kill(turn % 2)));
    expect(played).toMatchObject(kept);
    expect(played.handled.more).toBe(0);
    expect(played.runs.again).toBe(0);
  }, 1_200_000);

  it("where workers are killed: a job runs again if its worker died in it, and knows", async ({ expect }) => {
    // So often that a few are cut off six times, and count as failed.
    const played = await play("workers", ({ kill }) => atRandom(2, (turn) => kill(2 + (turn % 2))), slowly);
    expect(played).toMatchObject(kept);
    expect(played.runs.again).toBeGreaterThan(0);
    expect(played.runs.workerLived).toBe(0);
  }, 1_200_000);

  it("where Redis is killed, and back before the locks end", async ({ expect }) => {
    let longest = 0;
    const played = await play("Redis", (stage) =>
      atRandom(1.5, async () => {
        longest = Math.max(longest, await restartRedis(stage));
      }),
    );
    expect(played).toMatchObject(kept);
    // A lock has 2.5 seconds left at least, of which the pause takes 1.2, and a worker connects within half a second.
    if (longest < 500) expect(played.runs.workerLived).toBe(0);
    else console.log(`Redis took ${longest} ms to start, which is longer than locks may last`);
  }, 1_200_000);

  it("where all are killed", async ({ expect }) => {
    const played = await play("all", (stage) =>
      atRandom(1, async () => {
        const index = Math.floor(Math.random() * 5);
        await (index === 4 ? restartRedis(stage) : stage.kill(index));
      }),
    );
    expect(played).toMatchObject(kept);
  }, 1_200_000);

  it("where workers stand still for longer than the lock, whose jobs run twice, and know", async ({ expect }) => {
    const played = await play(
      "workers stand still",
      ({ pause }) => atRandom(2, (turn) => pause(2 + (turn % 2), 7)),
      slowly,
    );
    expect(played).toMatchObject(kept);
    expect(played.runs.workerLived).toBeGreaterThan(0);
    expect(played.runs.workerDied).toBe(0);
  }, 1_200_000);

  it("where Redis is away for longer than the lock, so that the jobs in work run twice, and know", async ({
    expect,
  }) => {
    const away = ({ redis }: Stage) => atRandom(2, () => redis.restart(7).then(() => sleep(8_000)));
    const played = await play("Redis away", away, slowly);
    expect(played).toMatchObject(kept);
    expect(played.runs.workerLived).toBeGreaterThan(0);
    expect(played.runs.workerDied).toBe(0);
  }, 1_200_000);
});
