/** A public key of Ed25519 as a JSON Web Key. */
export interface PublicJwk {
  readonly kty: "OKP";
  readonly crv: "Ed25519";
  /** The 32 bytes in base64url. */
  readonly x: string;
}

/** The part of `node:crypto` that is used here. */
export interface NodeCrypto {
  createPublicKey(key: { readonly key: PublicJwk; readonly format: "jwk" }): object;
  verify(algorithm: null, message: Uint8Array, key: object, signature: Uint8Array): boolean;
}

interface NodeProcess {
  readonly versions?: { readonly node?: string };
  readonly getBuiltinModule?: (name: "node:crypto") => NodeCrypto | undefined;
}

/**
 * Node's own `node:crypto` where the runtime has it, asked for without an import, so that bundles for other runtimes hold
 * no trace of it. It verifies at once, where WebCrypto takes a round through a thread.
 */
export function nodeCrypto(): NodeCrypto | undefined {
  const { process } = globalThis as { process?: NodeProcess };
  return process?.versions?.node === undefined ? undefined : process.getBuiltinModule?.("node:crypto");
}
