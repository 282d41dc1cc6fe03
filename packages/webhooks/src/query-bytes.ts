/** The query of an address as bytes, which is what a signature covers where there is no body. */
export function queryBytes(url: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(new URL(url).search.slice(1));
}
