import { type NodeCrypto, nodeCrypto, type PublicJwk } from "./node-crypto.ts";
import { WebhookSetupError } from "./webhook-setup-error.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** Tells whether a signature of 64 bytes over a message was made with the key that the verifier is for. */
export type Verifier = (message: Bytes, signature: Bytes) => boolean | Promise<boolean>;

/**
 * Makes the verifier for an Ed25519 key of 32 bytes, given as base64: by `node:crypto` where there is one, else by
 * WebCrypto. The key is read once. Where the runtime has no Ed25519, verifying throws a {@link WebhookSetupError}.
 */
export function createVerifier(key: string): Verifier {
  const x = key.replaceAll("+", "-").replaceAll("/", "_").replace("=", "");
  const jwk: PublicJwk = { kty: "OKP", crv: "Ed25519", x };
  const crypto = nodeCrypto();
  return crypto === undefined ? webVerifier(jwk) : nodeVerifier(crypto, jwk);
}

function nodeVerifier(crypto: NodeCrypto, jwk: PublicJwk): Verifier {
  try {
    const key = crypto.createPublicKey({ key: jwk, format: "jwk" });
    return (message, signature) => crypto.verify(null, message, key, signature);
  } catch {
    throw unsupported();
  }
}

function webVerifier(jwk: PublicJwk): Verifier {
  const { subtle } = globalThis.crypto ?? {};
  if (subtle === undefined) throw unsupported();
  const imported = subtle.importKey("jwk", jwk, "Ed25519", false, ["verify"]).catch(() => {
    throw unsupported();
  });
  // A key that nobody has verified with yet must not end the process.
  imported.catch(() => {});
  return async (message, signature) => subtle.verify("Ed25519", await imported, signature, message);
}

function unsupported(): WebhookSetupError {
  return new WebhookSetupError(
    "ed25519-missing",
    "Neither node:crypto nor WebCrypto takes an Ed25519 key in this runtime.",
  );
}
