import { bodyFields, encodeBody } from "./body.ts";
import { checkOptions } from "./check-options.ts";
import { checkHeaders } from "./headers.ts";
import type { Call, CallOptions, OperationData } from "./operation.ts";
import { fillPath } from "./path.ts";
import { serializeQuery } from "./serialize.ts";
import { TelnyxError } from "./telnyx-error.ts";

/** A call that can be sent: checked, and written down as it was when it was made. */
export interface PreparedCall {
  readonly operation: OperationData;
  readonly options: CallOptions;
  /** Where it goes in place of the client's address. */
  readonly address: URL | undefined;
  /** Its path with the ids in place. */
  readonly path: string;
  /** What middleware is told of it. */
  readonly params: { readonly path: object; readonly query: object };
  readonly search: string;
  /** The body's fields, and what writes them, once. */
  readonly fields: unknown;
  readonly writeBody: () => ReturnType<typeof encodeBody>;
}

const optionNames = [
  "apiKey",
  "signal",
  "timeout",
  "maxRetries",
  "retryNonIdempotent",
  "headers",
  "extraBody",
  "extraQuery",
  "query",
];

/** @throws {TelnyxError} where an option, an id or a header is not what it must be */
export function prepareCall(call: Call): PreparedCall {
  const { operation: given, input, options = {} } = call;
  const address = addressOf(call);
  const operation = address ? { ...given, path: address.pathname } : given;
  checkOptions(options, optionNames);
  checkHeaders(options.headers);
  const { path, values } = fillPath(operation, call.ids);
  const query = { ...(options.query ?? (operation.body ? {} : (input as object))), ...options.extraQuery };
  const search = address ? address.search.slice(1) : serializeQuery(query);
  const fields = bodyFields(call);
  let writing: ReturnType<typeof encodeBody> | undefined;
  const writeBody = () => (writing ??= encodeBody(operation, fields));
  // A failure is that of the attempt that waits for it. Files are read by the first one.
  if (!operation.files) writeBody().catch(() => {});
  return { operation, options, address, path, params: { path: values, query }, search, fields, writeBody };
}

/** An address can have a secret in its query: it is not shown. */
function addressOf({ address }: Call): URL | undefined {
  if (address === undefined) return undefined;
  const isRight = /^https?:/.test(String(address)) && URL.canParse(address);
  if (!isRight) throw new TelnyxError("The address of a file must be like https://host/path");
  return new URL(address);
}
