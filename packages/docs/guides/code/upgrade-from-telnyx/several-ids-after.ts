import { TelnyxVoice } from "@telnyx-voice/client";

const client = new TelnyxVoice();
await client.queues.calls.retrieve("support", "v3:caller");
await client.texml.accounts.calls.update("AC1", "CA1", { Status: "completed" });
