/** What middleware is told of an attempt. */
export interface MiddlewareContext {
  /** The request as it is so far. */
  readonly request: Request;
  /** The path with its parameters in braces. */
  readonly schemaPath: string;
  /** What was given for the parameters. */
  readonly params: {
    readonly query?: Record<string, unknown>;
    readonly header?: Record<string, unknown>;
    readonly path?: Record<string, unknown>;
    readonly cookie?: Record<string, unknown>;
    /**
     * The attempt that this is: the id that all attempts of a call have in common, its number from 1, and how many ms after
     * the first it began. Calls of `client.http` have none.
     */
    readonly call?: { readonly id: string; readonly attempt: number; readonly elapsed: number };
  };
  /** Of this attempt alone. */
  readonly id: string;
  /** How the request is made. */
  readonly options: {
    readonly baseUrl: string;
    readonly parseAs: "json" | "text" | "blob" | "arrayBuffer" | "stream";
    readonly querySerializer: (query: Record<string, unknown>) => string;
    // biome-ignore lint/suspicious/noExplicitAny: it takes the body of any operation
    readonly bodySerializer: (body: any) => unknown;
    readonly pathSerializer: (path: string, parameters: Record<string, unknown>) => string;
    readonly fetch: typeof globalThis.fetch;
  };
}

/** Middleware of openapi-fetch: sees each attempt, and may replace the request, the response or the error. */
export interface Middleware {
  /** Before the request is sent. A response in its place is taken for the answer, and nothing is sent. */
  onRequest?:
    | ((
        context: MiddlewareContext,
        // biome-ignore lint/suspicious/noConfusingVoidType: a function that gives nothing is the usual one
      ) => Request | Response | undefined | void | Promise<Request | Response | undefined | void>)
    | undefined;
  /** When the response has come. */
  onResponse?:
    | ((
        context: MiddlewareContext & { readonly response: Response },
        // biome-ignore lint/suspicious/noConfusingVoidType: a function that gives nothing is the usual one
      ) => Response | undefined | void | Promise<Response | undefined | void>)
    | undefined;
  /** When there was none. */
  onError?:
    | ((
        context: MiddlewareContext & { readonly error: unknown },
        // biome-ignore lint/suspicious/noConfusingVoidType: a function that gives nothing is the usual one
      ) => Response | Error | undefined | void | Promise<Response | Error | undefined | void>)
    | undefined;
}
