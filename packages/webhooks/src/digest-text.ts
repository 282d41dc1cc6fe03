const [prime, basis] = [0x1000000000000000000013bn, 0x6c62272e07bb014262b821756295c58dn];

/**
 * A digest of 128 bits, as hex without leading zeros: FNV-1a of the text in UTF-8. It tells texts apart and proves nothing, which is the
 * signature's part. The digests of WebCrypto would do, if they were not promises: whoever parses would have to wait.
 */
export function digestText(text: string): string {
  let digest = basis;
  for (const byte of new TextEncoder().encode(text)) digest = BigInt.asUintN(128, (digest ^ BigInt(byte)) * prime);
  return digest.toString(16);
}
