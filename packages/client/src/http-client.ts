import type { paths } from "@telnyx-voice/types";
import type { Middleware } from "./middleware.ts";

/**
 * The openapi-fetch client of a Telnyx client: a method of HTTP and a path in place of a method of ours, and a result in
 * place of an exception. Its types are said here once more, by what the contract has: openapi-fetch's own, which are for
 * any document, cost a type checker more than all the rest.
 *
 * @example
 * ```ts
 * const { data, error, response } = await client.http.GET("/calls/{call_control_id}", {
 *   params: { path: { call_control_id: "v3:abc" } },
 * });
 * ```
 */
export interface HttpClient {
  /** Any method, by its name in lower case. */
  request: HttpRequestCall;
  GET: HttpCall<"get">;
  POST: HttpCall<"post">;
  PUT: HttpCall<"put">;
  PATCH: HttpCall<"patch">;
  DELETE: HttpCall<"delete">;
  /** Adds middleware, after that of the client. */
  use(...middleware: Middleware[]): void;
  /** Takes middleware away. */
  eject(...middleware: Middleware[]): void;
}

/** What a call of HTTP gives: what the contract has for a success or for a failure, and the response. */
export type HttpResult<Operation, Parse extends ParseAs = "json"> =
  | { data: ParsedAs<Content<Responses<Operation>, SuccessStatus>>[Parse]; error?: never; response: Response }
  | {
      data?: never;
      error: Content<Responses<Operation>, Exclude<keyof Responses<Operation>, SuccessStatus>>;
      response: Response;
    };

/** How a call of HTTP is made, beside what its operation takes. */
export interface HttpOptions<Parse extends ParseAs = ParseAs> extends Omit<RequestInit, "body" | "headers" | "method"> {
  baseUrl?: string | undefined;
  /** How the answer is read. @default "json" */
  parseAs?: Parse | undefined;
  headers?:
    | HeadersInit
    | Record<string, string | number | boolean | (string | number | boolean)[] | null | undefined>
    | undefined;
  fetch?: ((request: Request) => Promise<Response>) | undefined;
  /** For this call alone, after that of the client. */
  middleware?: Middleware[] | undefined;
  // biome-ignore lint/suspicious/noExplicitAny: it takes the query of any operation
  querySerializer?: ((query: any) => string) | object | undefined;
  // biome-ignore lint/suspicious/noExplicitAny: it takes the body of any operation
  bodySerializer?: ((body: any) => unknown) | undefined;
  pathSerializer?: ((path: string, parameters: Record<string, unknown>) => string) | undefined;
}

/** How a call of HTTP is made, and what its operation takes. What openapi-fetch does not know goes to `fetch`. */
export type HttpInit<Operation, Parse extends ParseAs = ParseAs> = Input<Operation> &
  HttpOptions<Parse> & { [option: string]: unknown };

// Two signatures, since one with a list of arguments, of which the last may be missing, takes checking ten times as long.
interface HttpCall<Method extends HttpMethod> {
  <Path extends FreePathsOf<Method>, Parse extends ParseAs = "json">(
    path: Path,
    init?: HttpInit<paths[Path][Method], Parse>,
  ): Promise<HttpResult<paths[Path][Method], Parse>>;
  <Path extends PathsOf<Method>, Parse extends ParseAs = "json">(
    path: Path,
    init: HttpInit<paths[Path][Method], Parse>,
  ): Promise<HttpResult<paths[Path][Method], Parse>>;
}

interface HttpRequestCall {
  <Method extends HttpMethod, Path extends FreePathsOf<Method>, Parse extends ParseAs = "json">(
    method: Method,
    path: Path,
    init?: HttpInit<paths[Path][Method], Parse>,
  ): Promise<HttpResult<paths[Path][Method], Parse>>;
  <Method extends HttpMethod, Path extends PathsOf<Method>, Parse extends ParseAs = "json">(
    method: Method,
    path: Path,
    init: HttpInit<paths[Path][Method], Parse>,
  ): Promise<HttpResult<paths[Path][Method], Parse>>;
}

type HttpMethod = "get" | "post" | "put" | "patch" | "delete";

type PathsOf<Method extends HttpMethod> = {
  [Path in keyof paths]: paths[Path] extends Record<Method, unknown> ? Path : never;
}[keyof paths];

/** The paths that ask for nothing. */
type FreePathsOf<Method extends HttpMethod> = {
  [Path in PathsOf<Method>]: object extends Input<paths[Path][Method]> ? Path : never;
}[PathsOf<Method>];

type Input<Operation> = Parameters<Operation> & Body<Operation>;

type Parameters<Operation> = Operation extends { parameters: infer All }
  ? object extends All
    ? { params?: All | undefined }
    : { params: All }
  : object;

type Body<Operation> = Operation extends { requestBody: { content: infer Contents } }
  ? { body: Contents[keyof Contents] }
  : Operation extends { requestBody?: { content: infer Contents } }
    ? { body?: Contents[keyof Contents] | undefined }
    : object;

type SuccessStatus = 200 | 201 | 202 | 203 | 204 | 206 | 207 | "2XX";

type Responses<Operation> = Operation extends { responses: infer All } ? All : never;

/** What the responses of some statuses hold, whatever their media types. */
type Content<All, Status> = {
  [Key in keyof All & Status]: All[Key] extends { content: infer Contents } ? Contents[keyof Contents] : undefined;
}[keyof All & Status];

interface ParsedAs<Json> {
  json: Json;
  text: string;
  blob: Blob;
  arrayBuffer: ArrayBuffer;
  stream: ReadableStream<Uint8Array<ArrayBuffer>> | null;
}

type ParseAs = keyof ParsedAs<unknown>;
