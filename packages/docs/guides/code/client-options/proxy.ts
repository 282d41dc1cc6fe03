import { TelnyxVoice } from "@telnyx-voice/client";
import { ProxyAgent } from "undici";

const dispatcher = new ProxyAgent(process.env["PROXY_URL"] ?? "http://user:password@proxy.example:3128");
const client = new TelnyxVoice({
  fetch: (request, init) => fetch(request, { ...init, dispatcher } as RequestInit),
});

const { data: calls } = await client.connections.listActiveCalls("1494404757140276705");
console.log(calls?.length, "calls");
