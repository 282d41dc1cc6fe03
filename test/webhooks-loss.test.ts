// A sender that keeps Telnyx's table, two processes, one Redis, and what can happen to them: one thing at a time, and all
// that can happen, by each of the schedules that the sources tell. `pnpm --filter @telnyx-voice/test loss` plays the schedules
// with 10,000 events each; here there are some hundred.
import { setTimeout as sleep } from "node:timers/promises";
import { describe, it } from "vitest";
import { type Play, playLosses, type Stage } from "./webhooks/play-losses.ts";
import { hasRedis } from "./webhooks/redis-server.ts";

const events = 120;
const seconds = 8;

async function play(title: string, disturb: (stage: Stage) => Promise<unknown>): Promise<Play> {
  const played = await playLosses({ events, seconds, schedule: "six in 10 s" }, disturb);
  const { handled, statuses, longestWait } = played;
  console.log(`${title}: ${JSON.stringify({ ...handled, statuses, longestWait })}`);
  return played;
}

/** Repeats something for as long as events are sent. */
const throughout = async (pace: number, disturb: (turn: 0 | 1) => Promise<unknown>) => {
  for (let turn = 0; turn * pace < seconds - pace; turn++) {
    await sleep(pace * 1000);
    await disturb((turn % 2) as 0 | 1);
  }
};

describe.skipIf(!hasRedis).concurrent("no event is lost", () => {
  const once = { never: 0, once: events, more: 0 };

  it("where servers are killed", async ({ expect }) => {
    const { handled } = await play("kill -9", ({ kill }) => throughout(2, kill));
    expect(handled.never).toBe(0);
  }, 1_200_000);

  it("and a dead server's are begun by another within 5 seconds", async ({ expect }) => {
    const script = { events: 10, seconds: 0.1, schedule: "each second, elsewhere", areSlow: true } as const;
    const { handled, longestWait } = await playLosses(script, async ({ kill }) => {
      await sleep(1_500);
      await kill(0);
    });
    expect(handled.never).toBe(0);
    expect(longestWait).toBeGreaterThan(0);
    expect(longestWait).toBeLessThan(5);
  }, 60_000);

  it("nor handled twice, where servers stand still for less than the lease", async ({ expect }) => {
    const { handled } = await play("SIGSTOP, 1 s", ({ pause }) => throughout(1, (turn) => pause(turn, 1)));
    expect(handled).toEqual(once);
  }, 1_200_000);

  it("where servers stand still for longer", async ({ expect }) => {
    const { handled } = await play("SIGSTOP, 4 s", ({ pause }) => throughout(2, (turn) => pause(turn, 4)));
    expect(handled.never).toBe(0);
  }, 1_200_000);

  it("where Redis, which writes all to the disk, is killed and comes back", async ({ expect }) => {
    const { handled } = await play("Redis killed", ({ redis }) => throughout(2, () => redis.restart()));
    expect(handled.never).toBe(0);
  }, 1_200_000);

  it("where Redis hangs", async ({ expect }) => {
    const { handled } = await play("Redis hangs", ({ redis }) => throughout(4, () => redis.hang(3)));
    expect(handled.never).toBe(0);
  }, 1_200_000);
});

describe.skipIf(!hasRedis).concurrent("whatever happens, by the schedule", () => {
  const script = { events: Number(process.env["LOSS_EVENTS"] ?? 120), isShuffled: true } as const;
  /** As many a second as a machine can sign and handle, while each thing happens at least once. */
  const length = Math.max(30, script.events / 100);

  const disturb = async ({ kill, pause, redis }: Stage) => {
    const happenings = [
      () => kill(0),
      () => pause(1, 1),
      () => redis.restart(),
      () => pause(0, 4),
      () => redis.hang(3),
      () => kill(1),
    ];
    const begun = performance.now();
    for (let turn = 0; performance.now() - begun < (length - 6) * 1000; turn++) {
      await happenings[turn % happenings.length]?.();
      await sleep(2_000);
    }
  };

  it.for(["1 + 1 failover", "2 + 2", "six in 10 s", "nine in 32 s"] as const)(
    "%s: none is lost that could be handled, none handled twice without a reason",
    { timeout: 1_200_000 },
    async (schedule, { expect }) => {
      const played = await playLosses({ ...script, seconds: length, schedule }, disturb);
      const { handled, statuses, verdict, deaths } = played;
      console.log(`${schedule}: ${JSON.stringify({ ...handled, kills: deaths.size, statuses })}`);
      expect(verdict).toEqual({ lost: [], twice: [] });
      expect(handled.once).toBeGreaterThan(script.events / 2);
    },
  );
});
