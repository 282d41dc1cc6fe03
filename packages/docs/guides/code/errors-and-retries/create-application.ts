import { isConnectionError, TelnyxVoice } from "@telnyx-voice/client";

const client = new TelnyxVoice();

async function findApplication(name: string) {
  const filter = { application_name: { contains: name } };
  const found = await client.callControlApplications.list({ filter }).all();
  return found.find(({ application_name }) => application_name === name);
}

async function createApplication(name: string, webhookUrl: string) {
  try {
    const body = { application_name: name, webhook_event_url: webhookUrl, webhook_api_version: "2" } as const;
    return (await client.callControlApplications.create(body)).data;
  } catch (error) {
    const created = isConnectionError(error) ? await findApplication(name) : undefined;
    if (created === undefined) throw error;
    return created;
  }
}

const application = await createApplication("support line", "https://example.com/webhooks");
console.log("application", application?.id);
