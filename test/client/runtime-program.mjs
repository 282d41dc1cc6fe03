import * as client from "@telnyx-voice/client";

/** Dials, walks a list of three pages, and meets an error, at the address of a server; gives what came of it as JSON. */
export async function run(baseUrl) {
  const { TelnyxVoice, NotFoundError } = client;
  const voice = new TelnyxVoice({ apiKey: "KEY0123", baseUrl, logLevel: "off" });
  const { data, requestId } = await voice.calls
    .dial({ connection_id: "1", from: "+13125550100", to: "+13125550199" })
    .withResponse();
  const names = [];
  for await (const queue of voice.queues.list()) names.push(queue.name);
  const error = await voice.calls.retrieveStatus("gone").catch((reason) => reason);
  return JSON.stringify({
    call: data.data.call_control_id,
    requestId,
    names,
    error: error instanceof NotFoundError ? error.message : String(error),
  });
}
