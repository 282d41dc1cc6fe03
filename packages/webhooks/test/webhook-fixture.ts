import { createWebhookHandler, type WebhookHandlerOptions } from "../src/index.ts";
import { createTestKeyPair, signWebhook } from "../src/testing/index.ts";

const { publicKey, privateKey } = await createTestKeyPair();

export { publicKey };

/** A genuine delivery of an event, or of a body, as a request. */
export async function deliver(event: object | string, init: RequestInit = {}): Promise<Request> {
  const { body, headers } = await signWebhook({ event, privateKey });
  return new Request("https://example.test/webhooks", { method: "POST", body, headers, ...init });
}

/** Signs with the key of the fixture. */
export const sign = (event: object | string) => signWebhook({ event, privateKey });

/** A handler with the key of the fixture, and what it logged and reported. */
export function fixture(options: WebhookHandlerOptions) {
  const lines: string[] = [];
  const errors: unknown[] = [];
  const handle = createWebhookHandler({
    publicKey,
    log: (line) => lines.push(line),
    onError: (error) => errors.push(error),
    ...options,
  });
  /** Delivers an event and gives the status of the answer. */
  const status = async (event: object | string) => (await handle(await deliver(event))).status;
  return { handle, status, lines, errors };
}
