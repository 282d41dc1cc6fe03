import { TelnyxVoice } from "@telnyx-voice/client";
import { Agent } from "undici";

const dispatcher = new Agent({ connections: 10, keepAliveTimeout: 30_000 });
const client = new TelnyxVoice({
  fetch: (request, init) => fetch(request, { ...init, dispatcher } as RequestInit),
});

const ids = process.argv.slice(2);
await Promise.all(ids.map((id) => client.calls.actions.hangup(id)));
console.log("hung up", ids.length);
