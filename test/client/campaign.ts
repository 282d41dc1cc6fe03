import { execFile } from "node:child_process";
import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type Placement, type Play, startCampaignServer } from "./campaign-server.ts";

const program = fileURLToPath(new URL("campaign-program.mjs", import.meta.url));

/** What is dialled, and how. */
export interface Campaign {
  readonly client: "ours" | "telnyx";
  /** How many numbers, each dialled once. */
  readonly size: number;
  readonly parallel: number;
  /** Of an attempt, in ms; the client's own where it is left out. */
  readonly timeout?: number;
  readonly play: Play;
}

/** What the program was told when a call to the client ended. */
interface Told {
  readonly callControlId?: string;
  /** The class of the error. */
  readonly error?: string;
  readonly status?: number;
  readonly commandId?: string;
  readonly mayHaveBeenCarriedOut?: boolean;
  /** When, in ms since 1970. */
  readonly at: number;
}

/** What came of a campaign: counts of numbers, but for the requests and the seconds. */
export interface Report {
  readonly requests: number;
  readonly seconds: number;
  /** Placed at least once, and more than once. */
  readonly placed: number;
  readonly twice: number;
  /** What the first call to the client ended with, by class, and of these the errors that do not tell their command. */
  readonly errors: Readonly<Record<string, number>>;
  readonly untold: number;
  /**
   * Placed when the first call to the client ended, without the program learning of it: it was told neither of this call
   * nor that the command with this id may have been carried out.
   */
  readonly lost: number;
  /** In the end, after the program has repeated what failed: placed once and told so; refused and not placed; else. */
  readonly reached: number;
  readonly refused: number;
  readonly open: number;
}

/** Runs a campaign in a process of its own, in a folder that has the client, against a server of its own. */
export async function runCampaign(folder: string, { play, size, ...order }: Campaign): Promise<Report> {
  const file = join(folder, "campaign-program.mjs");
  await copyFile(program, file);
  const server = await startCampaignServer(play);
  try {
    const numbers = Array.from({ length: size }, (_, index) => `+1312555${String(index).padStart(4, "0")}`);
    const text = JSON.stringify({ ...order, numbers, baseUrl: server.baseUrl });
    const { stdout } = await promisify(execFile)(process.execPath, [file, text], { cwd: folder, maxBuffer: 2 ** 26 });
    const { seconds, results } = JSON.parse(stdout) as { seconds: number; results: { to: string; told: Told[] }[] };
    const verdicts = results.map(({ to, told }) =>
      judge(
        told,
        server.placements.filter((placement) => placement.to === to),
      ),
    );
    const count = (is: (verdict: Verdict) => boolean) => verdicts.filter(is).length;
    const errors: Record<string, number> = {};
    for (const { error } of verdicts) if (error !== undefined) errors[error] = (errors[error] ?? 0) + 1;
    return {
      requests: server.requests,
      seconds,
      placed: count(({ times }) => times > 0),
      twice: count(({ times }) => times > 1),
      errors,
      untold: count(({ isTold, error }) => error !== undefined && !isTold),
      lost: count(({ isLost }) => isLost),
      reached: count(({ end }) => end === "reached"),
      refused: count(({ end }) => end === "refused"),
      open: count(({ end }) => end === "open"),
    };
  } finally {
    await server.close();
  }
}

type Verdict = ReturnType<typeof judge>;

/** Compares what the program was told of a number with the calls to it. */
function judge(told: readonly Told[], placements: readonly Placement[]) {
  const [first, last] = [told[0], told.at(-1)];
  if (first === undefined || last === undefined) throw new Error("nothing was told");
  const isKnown = ({ callControlId, commandId }: Placement) =>
    first.callControlId === callControlId || (first.mayHaveBeenCarriedOut === true && first.commandId === commandId);
  const isReached = placements.length === 1 && placements[0]?.callControlId === last.callControlId;
  const isRefused = placements.length === 0 && last.status === 422;
  return {
    error: first.error,
    isTold: typeof first.commandId === "string" && typeof first.mayHaveBeenCarriedOut === "boolean",
    times: placements.length,
    isLost: placements.some((placement) => placement.at <= first.at && !isKnown(placement)),
    end: isReached ? "reached" : isRefused ? "refused" : "open",
  };
}
