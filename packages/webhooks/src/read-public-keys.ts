import { createVerifier, type Verifier } from "./create-verifier.ts";
import { smallOrder } from "./small-order.ts";
import { WebhookSetupError } from "./webhook-setup-error.ts";

const verifiers = new Map<string, Verifier>();
/** Enough for many accounts in one process; beyond it keys are read anew, so that memory stays bounded. */
const maxKeys = 1000;

/**
 * Gives a verifier for each of the keys, or for `TELNYX_PUBLIC_KEY` where there are none.
 *
 * @throws {WebhookSetupError} where there is no key, or one is not the base64 of 32 bytes
 */
export function readPublicKeys(keys: string | readonly string[] | undefined): readonly Verifier[] {
  const given = keys ?? environmentKey() ?? [];
  const list = Array.isArray(given) ? given : [given];
  if (list.length === 0) {
    throw new WebhookSetupError("key-missing", "There is no public key: pass `publicKey`, or set TELNYX_PUBLIC_KEY.");
  }
  return list.map(verifierOf);
}

function environmentKey(): string | undefined {
  const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } };
  return process?.env?.["TELNYX_PUBLIC_KEY"] || undefined;
}

function verifierOf(key: string): Verifier {
  const known = verifiers.get(key);
  if (known !== undefined) return known;
  checkKey(key);
  const verifier = createVerifier(key);
  if (verifiers.size >= maxKeys) verifiers.clear();
  verifiers.set(key, verifier);
  return verifier;
}

/** 42 characters of 6 bits, one of 4 bits with two zeros behind it, and the padding: no other text is 32 bytes. */
const canonicalKey = /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/;

function checkKey(key: unknown): void {
  if (typeof key === "string" && canonicalKey.test(key) && !smallOrder.test(key)) return;
  throw new WebhookSetupError("key-malformed", `The public key is ${describe(key)}; it must be base64 of 32 bytes.`);
}

/** Says what a malformed key looks like, without showing it. */
function describe(key: unknown): string {
  if (typeof key !== "string") return `of the type ${typeof key}`;
  if (key === "") return "empty";
  if (key.includes("BEGIN")) return "in PEM format";
  if (key.trim() !== key) return "surrounded by whitespace";
  if (smallOrder.test(key)) return "of small order";
  return `not in that form (${key.length} characters instead of 44, or some that do not belong there)`;
}
