import { buildEvent, createTestKeyPair, signWebhook } from "@telnyx-voice/webhooks/testing";

const { TEST_PRIVATE_KEY: privateKey, WEBHOOK_URL: url = "http://localhost:3000/webhooks" } = process.env;

if (privateKey === undefined) {
  const keys = await createTestKeyPair();
  console.log(`export TELNYX_PUBLIC_KEY=${keys.publicKey}\nexport TEST_PRIVATE_KEY=${keys.privateKey}`);
} else {
  const event = buildEvent("call.initiated", { payload: { from: "+13125550142", direction: "incoming" } });
  const { body, headers } = await signWebhook({ event, privateKey });
  const deliver = async (sent: string) => (await fetch(url, { method: "POST", body: sent, headers })).status;
  console.log("signed:", await deliver(body));
  console.log("once more:", await deliver(body));
  console.log("changed on its way:", await deliver(body.replace("+13125550142", "+13125550143")));
}
