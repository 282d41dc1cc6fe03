// How many events a second a server takes, in one process of Node: with our handler, and with a bare route of the same
// framework that verifies and parses by hand. All servers stand at once, and each round asks each of them in turn.
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { importTest } from "../import-test.mjs";
import { median } from "../measure.mjs";
import { sendLoad } from "./send-load.mjs";

const serve = fileURLToPath(new URL("serve.mjs", import.meta.url));
const { hasRedis, startRedis } = await importTest("webhooks/redis-server.ts");
const frameworks = ["node:http", "Express", "Fastify", "Hono"];
const eventsPerRound = 2000;
const connections = 16;

/** Measures all frameworks. `ours` is the folder of the package, `testing` its entry of that name; `print` writes a row. */
export async function measureThroughput({ ours: folder, testing }, rounds, print) {
  const keys = await testing.createTestKeyPair();
  const redis = hasRedis ? await startRedis() : undefined;
  const pairs = await startPairs([folder, keys.publicKey], redis);
  process.stdout.write(`\nthroughput, medians of ${rounds} interleaved rounds of ${eventsPerRound} events\n`);
  try {
    for (let round = -2; round < rounds; round++) {
      for (const pair of pairs) pair.rounds.push(await playRound(pair, round, () => signRequests(testing, keys)));
    }
  } finally {
    for (const { ours, bare } of pairs) for (const { server } of [ours, bare]) server.kill("SIGKILL");
    await redis?.stop();
  }
  print("", "ours, 1/s", "bare, 1/s", "ratio", "CPU, µs", "bare, µs");
  for (const { name, rounds: played } of pairs) {
    // Two rounds warm the servers up.
    const counted = played.slice(2);
    const of = (kind, figure) => median(counted.map((round) => round[kind][figure])).toFixed(0);
    const ratio = median(counted.map(({ ours, bare }) => ours.rate / bare.rate));
    const rates = [of("ours", "rate"), of("bare", "rate"), `${ratio.toFixed(2)} ×`];
    print(name, ...rates, of("ours", "cost"), of("bare", "cost"));
  }
  if (redis === undefined) process.stdout.write("  (no rows with Redis: this machine has no redis-server)\n");
}

async function startPairs(words, redis) {
  const pairs = [];
  for (const url of redis === undefined ? [undefined] : [undefined, redis.url]) {
    for (const framework of frameworks) {
      const [ours, bare] = await Promise.all(["ours", "bare"].map((kind) => start([framework, kind, ...words, url])));
      pairs.push({ name: url === undefined ? framework : `${framework}, Redis`, ours, bare, rounds: [] });
    }
  }
  return pairs;
}

/** Has both of a pair take the same events; which is first changes from round to round. */
async function playRound(pair, round, sign) {
  const requests = await sign();
  const taken = {};
  for (const kind of round % 2 === 0 ? ["ours", "bare"] : ["bare", "ours"]) {
    taken[kind] = await take(pair[kind], requests, `${kind} in ${pair.name}`);
  }
  return taken;
}

/** Has a server take events; gives how many a second, and how many microseconds of its processor each took. */
async function take({ server, port }, requests, name) {
  const before = await ask(server);
  const begun = performance.now();
  await sendLoad(port, requests, connections);
  const seconds = (performance.now() - begun) / 1000;
  const after = await ask(server);
  if (after.handled - before.handled !== requests.length) throw new Error(`${name}: not all were handled.`);
  return { rate: requests.length / seconds, cost: (after.microseconds - before.microseconds) / requests.length };
}

/** Signs anew, since signatures hold for five minutes, with ids of their own, since an event is handled once. */
async function signRequests({ buildEvent, signWebhook }, { privateKey }) {
  const requests = [];
  for (let count = 0; count < eventsPerRound; count++) {
    const { body, headers } = await signWebhook({ event: buildEvent("call.answered"), privateKey });
    const lines = Object.entries({
      host: "localhost",
      "content-type": "application/json",
      "user-agent": "telnyx-webhooks",
      "content-length": Buffer.byteLength(body),
      ...headers,
    }).map(([name, value]) => `${name}: ${value}\r\n`);
    requests.push(Buffer.from(`POST /webhooks HTTP/1.1\r\n${lines.join("")}\r\n${body}`));
  }
  return requests;
}

async function start(words) {
  const server = fork(
    serve,
    words.filter((word) => word !== undefined),
  );
  const [{ port }] = await once(server, "message");
  return { server, port };
}

async function ask(server) {
  server.send("usage");
  const [usage] = await once(server, "message");
  return usage;
}
