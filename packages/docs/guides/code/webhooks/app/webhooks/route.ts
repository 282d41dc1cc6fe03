import { createWebhookHandler } from "@telnyx-voice/webhooks";
import { on } from "../../handlers";

export const POST = createWebhookHandler({ on });
