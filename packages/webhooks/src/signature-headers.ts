/** The headers that `verifyWebhook` asks for: without both nothing is proven, so that nothing else need be read. */
export const signatureHeaders = ["telnyx-timestamp", "telnyx-signature-ed25519"] as const;
