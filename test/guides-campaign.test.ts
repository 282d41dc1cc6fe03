// The dialler of the guide to campaigns, killed again and again, against a Telnyx at its worst. With 10,000 numbers:
// `pnpm --filter @telnyx-voice/test campaign`.
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { encodeClientState } from "@telnyx-voice/client";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { nineFaults, type Play } from "./client/campaign-server.ts";
import { CampaignTelnyx } from "./guides/campaign-telnyx.ts";
import { freePort, GuidePrograms, type RunningProgram } from "./guides/guide-programs.ts";
import { TelnyxServer } from "./guides/telnyx-server.ts";

const count = Number(process.env["CAMPAIGN_NUMBERS"] ?? 400);
/** How many dials are under way when the dialler is killed: that many are to be found out. */
const parallel = count >= 10_000 ? 100 : 40;
const guide = "campaign";

interface Entry {
  readonly number: string;
  readonly at?: number;
  readonly call?: string;
  readonly refused?: string;
  readonly hangup?: string;
}

let programs: GuidePrograms;
let faults: string;
let campaign = "";
let telnyx: CampaignTelnyx;
const running: RunningProgram[] = [];

beforeAll(() => {
  programs = new GuidePrograms([guide]);
  faults = programs.compile([guide], { module: "nodenext", rewriteRelativeImportExtensions: true });
}, 180_000);
afterEach(async () => {
  for (const program of running.splice(0)) program.signal("SIGKILL");
  await telnyx?.close();
});
afterAll(() => programs?.remove());

const journal = () => join(programs.folder, `${campaign}.journal`);
const linesOf = (): Entry[] =>
  readFileSync(journal(), "utf8")
    .split("\n")
    .filter((line) => line.endsWith("}"))
    .map((line) => JSON.parse(line));

/** The nine faults, and 429 for what is more than so many a second. */
function atItsWorst(perSecond: number): Play {
  const play = nineFaults(Math.random());
  let [second, taken] = [0, 0];
  return (dial, response) => {
    const now = Math.floor(Date.now() / 1000);
    [second, taken] = now === second ? [second, taken + 1] : [now, 1];
    if (taken <= perSecond) play(dial, response);
    else response.writeHead(429, { "x-ratelimit-reset": "1" }).end();
  };
}

/** Begins a campaign of its own: numbers, a Telnyx at its worst, and a port that is its lock. */
async function begin(size: number) {
  campaign = `c${Date.now()}`;
  const numbers = Array.from({ length: size }, (_, index) => `+1312${String(5_550_000 + index)}`);
  // Some stand there twice, and some lines are empty.
  const text = [...numbers, "", ...numbers.slice(0, 5)].join("\n");
  writeFileSync(join(programs.folder, `${campaign}.txt`), text);
  telnyx = await CampaignTelnyx.start(atItsWorst(1.5 * parallel));
  const environment = {
    ...telnyx.environment,
    CAMPAIGN: campaign,
    CONNECTION_ID: "1494404757140276705",
    FROM: "+13125550100",
    PER_SECOND: String(1.6 * parallel),
    IN_PARALLEL: String(parallel),
    PATIENCE: "3",
    LOCK_PORT: String(await freePort()),
  };
  const start = async () => {
    const program = await programs.launch(`${guide}/dial.ts`, environment, [`${campaign}.txt`]);
    running.push(program);
    return program;
  };
  return { numbers, start };
}

const until = async (isSo: () => boolean) => {
  for (let tries = 0; !isSo(); tries++) {
    if (tries === 2_400) throw new Error("It did not come to that within a minute.");
    await sleep(25);
  }
};

async function kill(program: RunningProgram): Promise<void> {
  program.signal("SIGKILL");
  await program.ended;
}

/** Has two minutes pass, for the journal and for Telnyx, while nobody dials. */
function passTime(): void {
  const text = readFileSync(journal(), "utf8").replace(/"at":(\d+)/g, (_, at) => `"at":${Number(at) - 120_000}`);
  writeFileSync(journal(), text);
  telnyx.forgetCommands();
}

/** What became of the numbers: how often each was called, and what the dialler says of it. */
function judge(numbers: readonly string[], printed: string) {
  const called = new Map<string, number>();
  for (const { to } of telnyx.calls) called.set(to, (called.get(to) ?? 0) + 1);
  const ids = new Set(telnyx.calls.map(({ id, to }) => `${to} ${id}`));
  const entries = new Map<string, Entry>();
  for (const entry of linesOf()) entries.set(entry.number, { ...entries.get(entry.number), ...entry });
  const told = new Set([...printed.matchAll(/^not settled: (\S+) /gm)].map(([, number]) => number));
  const saysOf = (number: string) => {
    const { call, refused } = entries.get(number) ?? {};
    return [call && "placed", refused && "refused", told.has(number) && "told"].filter(Boolean).join(" and ");
  };
  const wrong = numbers.filter((number) => {
    const says = saysOf(number);
    if (says === "placed") return !ids.has(`${number} ${entries.get(number)?.call}`);
    return called.has(number) || !["refused", "told"].includes(says);
  });
  return {
    twice: [...called].filter(([, times]) => times > 1).map(([number]) => number),
    wrong: wrong.map((number) => `${number} was called ${called.get(number) ?? 0} times, and is ${saysOf(number)}`),
    placed: numbers.filter((number) => saysOf(number) === "placed").length,
    refused: numbers.filter((number) => saysOf(number) === "refused").length,
    told: told.size,
  };
}

it("compiles strictly, against the packed packages", () => {
  expect(faults).toBe("");
});

describe("the dialler", () => {
  it(`calls each of ${count} numbers once, however often it is killed`, async () => {
    const { numbers, start } = await begin(count);
    const kills = count >= 10_000 ? 24 : 6;
    let program = await start();
    for (let turn = 0; turn < kills; turn++) {
      const goal = Math.min(telnyx.dials + count / (kills + 2) / (1 + Math.random()), 3 * count);
      await until(() => telnyx.dials >= goal);
      await kill(program);
      // What a crash of the machine leaves of a line that was not on the disk yet.
      if (turn % 3 === 1) appendFileSync(journal(), '\n{"number":"+1312555');
      if (turn % 3 === 2) passTime();
      program = await start();
      if (turn === 3) {
        await telnyx.close();
        await sleep(2_500);
        await telnyx.open();
      }
    }
    const code = await program.ended;
    const { twice, wrong, ...counts } = judge(numbers, program.printed());
    console.log(`${count} numbers, ${kills} kills: ${JSON.stringify({ ...counts, dials: telnyx.dials })}`);
    expect({ twice, wrong, problems: telnyx.problems }).toEqual({ twice: [], wrong: [], problems: [] });
    expect(counts.placed + counts.refused + counts.told).toBe(count);
    expect(program.printed()).toContain(
      `placed ${counts.placed}, refused ${counts.refused}, not settled ${counts.told}\n`,
    );
    expect(code).toBe(counts.told === 0 ? 0 : 1);
    expect(counts.placed).toBeGreaterThan(count * 0.7);
    expect(counts.refused).toBeGreaterThan(0);
    // Those that were under way where time passed and had not been placed, and a few that were refused after a reset.
    expect(counts.told).toBeLessThanOrEqual((kills / 3) * parallel + count * 0.02);
  }, 1_200_000);

  it("ends without a dial where another one runs", async () => {
    const { start } = await begin(300);
    await start();
    await until(() => telnyx.dials > 20);
    const second = await start();
    expect(await second.ended).toBe(1);
    expect(second.printed()).toContain("EADDRINUSE");
  }, 30_000);

  it("stops at a wrong key, and has the numbers dialled once the key is right", async () => {
    const { numbers, start } = await begin(30);
    telnyx.play = (_, response) => response.writeHead(401).end();
    const stopped = await start();
    expect(await stopped.ended).toBe(1);
    expect(stopped.printed()).toContain("AuthenticationError");
    telnyx.play = ({ place }, response) => {
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(place()));
    };
    const program = await start();
    await program.ended;
    const { twice, wrong, placed } = judge(numbers, program.printed());
    expect({ twice, wrong, placed }).toEqual({ twice: [], wrong: [], placed: 30 });
  }, 60_000);
});

describe("the webhooks of the campaign", () => {
  it("are written down before they are answered, and those of others are not", async () => {
    campaign = `w${Date.now()}`;
    const other = await TelnyxServer.start();
    const program = await programs.start(`${guide}/webhooks.ts`, { ...other.environment, CAMPAIGN: campaign });
    running.push(program);
    const call = { call_control_id: "v3:1", client_state: encodeClientState(`${campaign} +13125550001`) };
    await other.send(program.url, "call.initiated", call);
    expect(linesOf()).toEqual([{ number: "+13125550001", call: "v3:1" }]);
    await other.send(program.url, "call.hangup", { ...call, hangup_cause: "user_busy" });
    for (const client_state of [undefined, encodeClientState("other +13125550001"), encodeClientState({ step: 1 })]) {
      await other.send(program.url, "call.initiated", { call_control_id: "v3:2", client_state } as typeof call);
    }
    expect(linesOf().slice(1)).toEqual([{ number: "+13125550001", call: "v3:1", hangup: "user_busy" }]);
    await other.close();
  }, 30_000);
});
