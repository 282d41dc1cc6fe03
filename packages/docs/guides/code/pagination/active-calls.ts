import { TelnyxVoice } from "@telnyx-voice/client";

const client = new TelnyxVoice();
const [connectionId = ""] = process.argv.slice(2);

const stop = new AbortController();
process.once("SIGINT", () => stop.abort());

for await (const call of client.connections.listActiveCalls(connectionId, {}, { signal: stop.signal })) {
  console.log(call.call_control_id, call.call_duration);
}
