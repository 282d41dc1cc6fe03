import Telnyx from "telnyx";

const client = new Telnyx();
await client.queues.calls.retrieve("v3:caller", { queue_name: "support" });
await client.texml.accounts.calls.update("CA1", { account_sid: "AC1", Status: "completed" });
