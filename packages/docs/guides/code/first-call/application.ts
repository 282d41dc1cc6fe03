import { TelnyxVoice } from "@telnyx-voice/client";

const { WEBHOOK_URL = "", OUTBOUND_VOICE_PROFILE_ID = "" } = process.env;
const client = new TelnyxVoice(); // reads TELNYX_API_KEY

const { data: application } = await client.callControlApplications.create({
  application_name: "first-call",
  webhook_event_url: WEBHOOK_URL,
  webhook_api_version: "2",
  outbound: { outbound_voice_profile_id: OUTBOUND_VOICE_PROFILE_ID },
});
console.log(`CONNECTION_ID=${application?.id}`);
