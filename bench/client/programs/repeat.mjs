// Run in a process of its own: `node repeat.mjs PROGRAM` dials over and over with a `fetch` that answers at once, and
// writes the microseconds that a call takes.
const [, , program] = process.argv;
const warmUp = 3000;
const batches = 15;
const batch = 400;

const answer = JSON.stringify({ data: { call_control_id: "v3:1", call_leg_id: "1", is_alive: true } });
const headers = { "content-type": "application/json" };
globalThis.fetch = async () => new Response(answer, { status: 200, headers });

const { dial } = await import(program);
if ((await dial()) !== "v3:1") throw new Error(`${program} does not give the call's id`);
for (let call = 0; call < warmUp; call++) await dial();

const times = [];
for (let round = 0; round < batches; round++) {
  const start = performance.now();
  for (let call = 0; call < batch; call++) await dial();
  times.push(((performance.now() - start) * 1000) / batch);
}
process.stdout.write(String(times.sort((left, right) => left - right)[Math.floor(batches / 2)]));
