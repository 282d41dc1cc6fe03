import { createPublicKey, verify } from "node:crypto";
import { unwrapWebhook } from "@telnyx-voice/webhooks";
import { loadPeer } from "./peers.ts";

/** A delivery as a sender, or a forger, made it. */
export interface Case {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly publicKey: string;
}

/** Whether something was accepted, or why not. */
export type Verdict = "accepted" | { readonly refused: string };

interface Telnyx {
  webhooks: { unwrap(body: string, options: { headers: Record<string, string>; key: string }): Promise<unknown> };
}

const { Telnyx } = loadPeer<{ Telnyx: new (options: { apiKey: string }) => Telnyx }>("telnyx");
const sdk = new Telnyx({ apiKey: "KEY" });

const verdict = (run: Promise<unknown>): Promise<Verdict> =>
  run.then(
    () => "accepted",
    (error: Error) => ({ refused: error.message }),
  );

/** What this package says, by the clock of the machine, which the SDK has too. */
export const ours = ({ body, headers, publicKey }: Case) => verdict(unwrapWebhook({ body, headers, publicKey }));

/** What the official SDK says. */
export const theirs = ({ body, headers, publicKey }: Case) =>
  verdict(sdk.webhooks.unwrap(body, { headers: { ...headers }, key: publicKey }));

/**
 * What mathematics says, by `node:crypto` alone and without our code: whether the signature, decoded as leniently as can
 * be, fits the timestamp and the body under the key, decoded likewise. The clock has no say.
 */
export function isSigned({ body, headers, publicKey }: Case): boolean {
  const header = (name: string) => Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1] ?? "";
  const x = Buffer.from(publicKey, "base64").toString("base64url");
  try {
    const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
    const signed = Buffer.from(`${header("telnyx-timestamp")}|${body}`);
    return verify(null, signed, key, Buffer.from(header("telnyx-signature-ed25519"), "base64"));
  } catch {
    return false;
  }
}
