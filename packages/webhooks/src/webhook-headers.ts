/** Headers by name, in any case, such as Node's `IncomingHttpHeaders`. */
export type HeaderRecord = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What has headers to ask for: `Headers`, or a library's own class. */
export interface HeaderReader {
  get(name: string): string | null | undefined;
}

/** The headers of a delivery: `Headers`, a record, or the request that has them. */
export type WebhookHeaders = HeaderReader | HeaderRecord | { readonly headers: HeaderReader | HeaderRecord };
