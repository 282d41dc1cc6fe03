import { createSigner } from "./create-signer.ts";
import { encodeBase64 } from "./encode-base64.ts";

/** A key pair, each key as base64 of 32 bytes, which is how the portal shows public ones. */
export interface TestKeyPair {
  readonly publicKey: string;
  readonly privateKey: string;
}

/**
 * Makes a key pair for tests: the private key for `signWebhook`, the public key for what is tested.
 *
 * @example
 * ```ts
 * const { publicKey, privateKey } = await createTestKeyPair();
 * ```
 */
export async function createTestKeyPair(): Promise<TestKeyPair> {
  const key = globalThis.crypto.getRandomValues(new Uint8Array(32));
  const { publicKey } = await createSigner(key);
  return {
    publicKey: `${publicKey.replaceAll("-", "+").replaceAll("_", "/")}=`,
    privateKey: encodeBase64(key),
  };
}
