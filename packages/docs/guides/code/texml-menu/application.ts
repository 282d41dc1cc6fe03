import { TelnyxVoice } from "@telnyx-voice/client";

const { WEBHOOK_URL = "" } = process.env;
const client = new TelnyxVoice(); // reads TELNYX_API_KEY

const { data: application } = await client.texmlApplications.create({
  friendly_name: "texml-menu",
  voice_url: WEBHOOK_URL,
  voice_method: "post",
  status_callback: WEBHOOK_URL,
});
console.log(`TeXML application ${application?.id}`);
