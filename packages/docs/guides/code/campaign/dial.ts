import { once } from "node:events";
import { open } from "node:fs/promises";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import {
  decodeClientState,
  encodeClientState,
  isApiError,
  isTelnyxError,
  type TelnyxError,
  TelnyxVoice,
} from "@telnyx-voice/client";
import { createLimiter } from "@telnyx-voice/client/limiter";
import { commandOf, type Entry, numberOf, read, write } from "./journal.ts";

const { CONNECTION_ID = "", FROM = "", PER_SECOND = "10", IN_PARALLEL = "20" } = process.env;
const { PATIENCE = "120", LOCK_PORT = "3999" } = process.env;
const window = 55_000; // ms in which a command is safe to repeat

const client = new TelnyxVoice({ maxRetries: 10, timeout: 10_000 });
const limit = createLimiter({ perSecond: Number(PER_SECOND), inParallel: Number(IN_PARALLEL) });
const lock = createServer().listen(Number(LOCK_PORT), "127.0.0.1");
await once(lock, "listening"); // a second dialler ends here

/** Dials a number that is in the journal; gives the error where no answer says that it has a call. */
async function attempt({ number, at = 0 }: Entry): Promise<TelnyxError | undefined> {
  const age = Date.now() - at;
  if (age < 0 || age >= window) return undefined; // too late, or the clock was set back
  const id = commandOf(number);
  const body = { connection_id: CONNECTION_ID, from: FROM, to: number, command_id: id };
  try {
    const { data: call } = await client.calls.dial(
      { ...body, client_state: encodeClientState(id) },
      { signal: AbortSignal.timeout(window - age) },
    );
    await write({ number, call: call.call_control_id });
    return undefined;
  } catch (error) {
    if (!isTelnyxError(error) || (isApiError(error) && error.status === 401)) throw error;
    console.log(number, error.message);
    return error;
  }
}

/** Dials a number for the first time, and again for as long as Telnyx has certainly not dialled it. */
async function dial(number: string): Promise<void> {
  for (;;) {
    const entry = { number, at: Date.now() };
    await write(entry);
    const error = await attempt(entry);
    if (error?.mayHaveBeenCarriedOut !== false) return; // it has a call, or that is to be found out
    if (isApiError(error) && error.status < 500 && error.status !== 429) {
      return write({ number, refused: error.message });
    }
    await sleep(1_000);
  }
}

const unsettled = async () => [...(await read()).values()].filter(({ call, refused }) => !call && !refused);

/** What Telnyx knows of calls since a time, in ms since 1970. */
async function* traces(since: number) {
  const occurred_at = { gte: new Date(since - 60_000).toISOString() }; // its clock may be another one
  const filter = { type: "webhook", occurred_at } as const;
  for await (const { metadata } of client.callEvents.list({ filter, page: { size: 250 } })) {
    yield { ...metadata.event?.payload };
  }
  yield* client.connections.listActiveCalls(CONNECTION_ID);
}

/** Finds out which numbers have a call though no answer said so; gives those of which nothing shows one. */
async function settle(): Promise<Entry[]> {
  for (;;) {
    const entries = await unsettled();
    if (entries.length === 0) return entries;
    const numbers = new Set(entries.map(({ number }) => number));
    const times = entries.map(({ at = 0 }) => at);
    for await (const { client_state, call_control_id } of traces(Math.min(...times))) {
      const number = numberOf(decodeClientState(String(client_state)));
      if (number !== undefined && numbers.delete(number)) await write({ number, call: String(call_control_id) });
    }
    if (numbers.size === 0 || Date.now() > Math.max(...times) + Number(PATIENCE) * 1000) return unsettled();
    await sleep(5_000);
  }
}

const known = await read();
const left = await unsettled(); // by the last run
const lines = (await open(process.argv[2] ?? "numbers.txt")).readLines()[Symbol.asyncIterator]();
async function dialEach(): Promise<void> {
  for await (const line of lines) {
    const number = line.trim();
    if (number === "" || known.has(number)) continue;
    known.set(number, { number });
    await limit(() => dial(number));
  }
}
const repeats = left.map((entry) => limit(() => attempt(entry)));
await Promise.all([...repeats, ...Array.from({ length: Number(IN_PARALLEL) }, dialEach)]);

const rest = await settle();
for (const { number, at = 0 } of rest) console.log("not settled:", number, new Date(at).toISOString());
const entries = [...(await read()).values()];
const count = (key: "call" | "refused") => entries.filter((entry) => entry[key]).length;
console.log(`placed ${count("call")}, refused ${count("refused")}, not settled ${rest.length}`);
lock.close();
process.exitCode = rest.length === 0 ? 0 : 1;
