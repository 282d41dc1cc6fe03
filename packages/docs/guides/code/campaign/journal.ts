import { appendFile, readFile } from "node:fs/promises";

const { CAMPAIGN = "campaign" } = process.env;
const file = `${CAMPAIGN}.journal`;

/** What is known of a number. */
export interface Entry {
  readonly number: string;
  /** When it was dialled, in ms since 1970. */
  readonly at?: number;
  /** The `call_control_id` of its call. */
  readonly call?: string;
  /** Why Telnyx does not dial it. */
  readonly refused?: string;
  /** Why its call ended. */
  readonly hangup?: string;
}

/** The `command_id` of a number, and the client state of its call. */
export const commandOf = (number: string) => `${CAMPAIGN} ${number}`;

/** The number that a client state of this campaign names; undefined for any other state. */
export function numberOf(state: unknown): string | undefined {
  const [campaign, number] = String(state).split(" ");
  return campaign === CAMPAIGN ? number : undefined;
}

/** Adds a line, and waits until it is on the disk. It begins with the newline: one that was cut off spoils no other. */
export async function write(entry: Entry): Promise<void> {
  await appendFile(file, `\n${JSON.stringify(entry)}`, { flush: true });
}

/** What the lines of each number say, the later ones before the earlier. */
export async function read(): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  for (const line of (await readFile(file, { encoding: "utf8", flag: "a+" })).split("\n")) {
    try {
      const entry: Entry = JSON.parse(line);
      entries.set(entry.number, { ...entries.get(entry.number), ...entry });
    } catch {} // empty, or cut off
  }
  return entries;
}
