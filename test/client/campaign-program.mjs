// `node campaign-program.mjs ORDER`: dials numbers, as a user of one of the clients would, and prints what was told of each.
// The order, as JSON: `client` ("ours" or "telnyx"), `baseUrl`, `numbers`, how many `parallel`, and a `timeout` in ms.
const { client: name, baseUrl, numbers, parallel, timeout } = JSON.parse(process.argv[2]);

/** A command is repeated by its id no later than this after its first attempt, in ms: Telnyx knows the id for 60 s. */
const repeatWithin = 30_000;

const apiKey = "KEY0123";
const limits = timeout === undefined ? {} : { timeout };
const clients = {
  ours: async () => new (await import("@telnyx-voice/client")).TelnyxVoice({ apiKey, baseUrl, ...limits }),
  telnyx: async () => new (await import("telnyx")).default({ apiKey, baseURL: baseUrl, ...limits }),
};
const client = await clients[name]();

const results = [];
const waiting = numbers.values();
const begun = performance.now();
await Promise.all(Array.from({ length: parallel }, work));
process.stdout.write(JSON.stringify({ seconds: (performance.now() - begun) / 1000, results }));

async function work() {
  for (const to of waiting) results.push({ to, told: await reach(to) });
}

/** Dials a number, and again under the same id for as long as it is not known what came of it. Gives all that was told. */
async function reach(to) {
  const started = performance.now();
  const told = [];
  let commandId;
  do {
    told.push(await dial({ to, ...(commandId && { command_id: commandId }) }));
    commandId = told.at(-1).commandId;
  } while (isOpen(told.at(-1)) && performance.now() - started < repeatWithin);
  return told;
}

function isOpen({ status, commandId }) {
  return commandId !== undefined && status !== 422;
}

async function dial(fields) {
  try {
    const { data } = await client.calls.dial({ connection_id: "1494404757140276705", from: "+13125550100", ...fields });
    return { callControlId: data.call_control_id, at: Date.now() };
  } catch (error) {
    const { name, message, status, commandId, mayHaveBeenCarriedOut } = error;
    // The official SDK's errors are all called Error.
    const kind = name === "Error" ? error.constructor.name : name;
    return { error: kind, message, status, commandId, mayHaveBeenCarriedOut, at: Date.now() };
  }
}
