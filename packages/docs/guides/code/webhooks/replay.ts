import { TelnyxVoice } from "@telnyx-voice/client";
import { createWebhookHandler } from "@telnyx-voice/webhooks";
import { on } from "./handlers.ts";

const client = new TelnyxVoice();
const handle = createWebhookHandler({ on }); // with the store of your server, where it has one
const [since = new Date(Date.now() - 3_600_000).toISOString()] = process.argv.slice(2);

const missed = client.callEvents.list({ filter: { type: "webhook", failed: true, occurred_at: { gte: since } } });
for await (const callEvent of missed) {
  console.log(callEvent.name, await handle.replay(callEvent));
}
