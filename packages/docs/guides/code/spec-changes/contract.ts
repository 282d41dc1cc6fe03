import { contract } from "@telnyx-voice/client";
import { voiceEventNames } from "@telnyx-voice/webhooks";

console.log(`contract ${contract.sha256.slice(0, 12)}, ${voiceEventNames.length} events`);
