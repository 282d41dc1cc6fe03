import { createMemoryStore, createWebhookHandler, type Platform } from "@telnyx-voice/webhooks";
import { on } from "./handlers.ts";

const store = createMemoryStore();

export default {
  fetch(request: Request, environment: { readonly TELNYX_PUBLIC_KEY: string }, context: Platform) {
    const { TELNYX_PUBLIC_KEY: publicKey } = environment;
    return createWebhookHandler({ publicKey, store, on })(request, context);
  },
};
