import { concat } from "../concat.ts";
import { type NodeCrypto, nodeCrypto } from "../node-crypto.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** Signs with one Ed25519 key. */
export interface Signer {
  /** The public key as JSON Web Keys have it: base64url of its 32 bytes. */
  readonly publicKey: string;
  readonly sign: (message: Bytes) => Uint8Array | Promise<Uint8Array>;
}

/** The part of `node:crypto` that signs. */
interface SigningCrypto extends NodeCrypto {
  createPrivateKey(key: { readonly key: Bytes; readonly format: "der"; readonly type: "pkcs8" }): object;
  createPublicKey(key: object): { export(options: { readonly format: "jwk" }): { readonly x?: string } };
  sign(algorithm: null, message: Bytes, key: object): Uint8Array;
}

/** What comes before the 32 bytes of the key in PKCS #8 (RFC 8410). */
const pkcs8 = Uint8Array.from([48, 46, 2, 1, 0, 48, 5, 6, 3, 43, 101, 112, 4, 34, 4, 32]);

/** Makes a signer from the 32 bytes of a private key. */
export async function createSigner(key: Bytes): Promise<Signer> {
  const der = concat([pkcs8, key], pkcs8.length + key.length);
  const crypto = nodeCrypto() as SigningCrypto | undefined;
  return crypto === undefined ? webSigner(der) : nodeSigner(crypto, der);
}

function nodeSigner(crypto: SigningCrypto, der: Bytes): Signer {
  const key = crypto.createPrivateKey({ key: der, format: "der", type: "pkcs8" });
  const { x = "" } = crypto.createPublicKey(key).export({ format: "jwk" });
  return { publicKey: x, sign: (message) => crypto.sign(null, message, key) };
}

async function webSigner(der: Bytes): Promise<Signer> {
  const { subtle } = globalThis.crypto;
  const key = await subtle.importKey("pkcs8", der, "Ed25519", true, ["sign"]);
  const { x = "" } = await subtle.exportKey("jwk", key);
  return { publicKey: x, sign: async (message) => new Uint8Array(await subtle.sign("Ed25519", key, message)) };
}
