/** What the client must know of an operation at run time; generated for each. */
export interface OperationData {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE" | "HEAD" | "OPTIONS" | "TRACE";
  /** The path with its parameters in braces, in the order of the arguments. */
  readonly path: string;
  /** How a body is written; absent where the operation takes none. */
  readonly body?: "json" | "form" | "multipart";
  /** How the answer is read; absent for JSON. */
  readonly answer?: "binary" | "none";
}

/** What can be set for one call. */
export interface RequestOptions {
  /** Aborts the request. */
  readonly signal?: AbortSignal;
  /** Headers beside those of the client; `null` takes one of the client's away. */
  readonly headers?: Readonly<Record<string, string | null>>;
}

/**
 * Sends one request. The input is the body, or the query of an operation without a body; a query beside a body comes in
 * the options. The caller names the type of the answer: it follows from the operation.
 */
export type Send = <Answer>(
  operation: OperationData,
  ids: readonly string[],
  input: unknown,
  options: (RequestOptions & { readonly query?: object }) | undefined,
) => Promise<Answer>;
