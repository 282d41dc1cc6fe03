/**
 * The one piece of code of this package: what a program writes into `client_state`, and reads from it. The client and the
 * webhooks have it from here, so that both sides are one.
 *
 * @module
 */

/** Where a client state may be: an event or its `data`, an answer, what has the field itself, or the text of the field. */
export type ClientStateSource =
  | string
  | null
  | undefined
  | { readonly client_state?: string | null | undefined }
  | { readonly data?: { readonly client_state?: string | null | undefined } | undefined }
  | { readonly payload: object }
  | { readonly data: { readonly payload: object } };

/** A schema of zod, valibot, arktype or whatever else has the interface of standardschema.dev. */
export interface ClientStateSchema<State> {
  readonly "~standard": {
    readonly validate: (value: unknown) => Verdict<State> | Promise<Verdict<State>>;
  };
}

type Verdict<State> =
  | { readonly value: State; readonly issues?: undefined }
  | { readonly issues: readonly ClientStateIssue[] };

/** What a schema finds wrong, and where. */
export interface ClientStateIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/** What to do with a client state that is not as the schema has it, or cannot be read: others may have set it. */
export interface DecodeClientStateOptions {
  /** `"throw"` a {@link ClientStateError}, or give `"undefined"`. @default "throw" */
  readonly onMismatch?: "throw" | "undefined" | undefined;
}

/** A client state cannot be written, or what came back is not as the schema has it. */
export class ClientStateError extends Error {
  override readonly name = "ClientStateError";
  /** What the schema found; empty where it was not asked. */
  readonly issues: readonly ClientStateIssue[];

  constructor(
    message: string,
    { issues = [], ...options }: { issues?: readonly ClientStateIssue[]; cause?: unknown } = {},
  ) {
    super(message, options);
    this.issues = issues;
  }
}

/**
 * How long a client state may be, in characters of its Base64 form. Telnyx documents no limit; this one is ours, since the
 * state travels with every event of the call.
 */
const longest = 10_000;

/**
 * Writes what is to come back with every later event of a call as `client_state`: Base64 of a text, or of any other value as
 * JSON. `decodeClientState` gives the same value back, whatever text or value of JSON it is.
 *
 * @example
 * ```ts
 * await client.calls.actions.answer(id, { client_state: encodeClientState({ step: "menu" }) });
 * ```
 * @throws {ClientStateError} where the state is no value of JSON, or longer than 10,000 characters in Base64
 */
export function encodeClientState(state: unknown): string {
  const text = typeof state === "string" && isPlain(state) ? state : toJson(state);
  const bytes = new TextEncoder().encode(text);
  const encoded = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  if (encoded.length <= longest) return encoded;
  throw new ClientStateError(`The client state has ${encoded.length} characters in Base64, more than ${longest}.`);
}

/**
 * Whether a text comes back as it is. One that is JSON itself, such as an id of digits alone, would come back as that value;
 * an empty one would be none; a byte order mark or half a character would be lost.
 */
function isPlain(text: string): boolean {
  return text !== "" && !/^\uFEFF|\p{Surrogate}/u.test(text) && parseJson(text) === undefined;
}

function toJson(state: unknown): string {
  let text: string | undefined;
  try {
    text = JSON.stringify(state, refuseInfinity);
  } catch (cause) {
    throw new ClientStateError(`The client state is no value of JSON: ${(cause as Error).message}`, { cause });
  }
  if (text !== undefined) return text;
  throw new ClientStateError(`The client state is no value of JSON but of the type ${typeof state}.`);
}

/** What JSON would silently write as null. */
function refuseInfinity(key: string, value: unknown): unknown {
  if (typeof value !== "number" || Number.isFinite(value)) return value;
  throw new TypeError(`${value}${key && ` in \`${key}\``} is no number of JSON`);
}

/**
 * Gives the client state of an event, of an answer or of its text: the value where it is Base64 of JSON, the text where it is
 * Base64 of other text, and undefined where there is none. Without a schema it never throws: what others have set and
 * cannot be read is undefined, too. With a schema the state is what that makes of it, with its type.
 *
 * @example
 * ```ts
 * const state = decodeClientState(event); // unknown
 * const typed = decodeClientState(event, z.object({ step: z.string() })); // { step: string } | undefined
 * ```
 * @throws {ClientStateError} where there is a state, and it cannot be read or is not as the schema has it
 */
export function decodeClientState(source: ClientStateSource): unknown;
export function decodeClientState<State>(
  source: ClientStateSource,
  schema: ClientStateSchema<State>,
  options?: DecodeClientStateOptions,
): State | undefined;
export function decodeClientState(
  source: ClientStateSource,
  schema?: ClientStateSchema<unknown>,
  options?: DecodeClientStateOptions,
): unknown {
  const encoded = findState(source);
  if (encoded === undefined || encoded === "") return undefined;
  const text = decodeText(encoded);
  const state = text === undefined ? undefined : (parseJson(text) ?? { value: text }).value;
  if (schema === undefined) return state;
  try {
    if (text === undefined) throw new ClientStateError("The client state is no text in Base64.");
    return validate(state, schema);
  } catch (error) {
    if (options?.onMismatch === "undefined" && error instanceof ClientStateError) return undefined;
    throw error;
  }
}

function validate<State>(state: unknown, schema: ClientStateSchema<State>): State {
  const verdict = schema["~standard"].validate(state);
  if ("then" in verdict) throw new TypeError("The schema of a client state must not be asynchronous.");
  if (verdict.issues === undefined) return verdict.value;
  const { issues } = verdict;
  throw new ClientStateError(`The client state is not as the schema has it: ${issues.map(describe).join("; ")}`, {
    issues,
  });
}

function describe({ message, path = [] }: ClientStateIssue): string {
  const keys = path.map((part) => String(typeof part === "object" ? part.key : part));
  return keys.length === 0 ? message : `${keys.join(".")}: ${message}`;
}

/** Looks where a text itself, a call, an event's payload, an answer and an event have it. */
function findState(source: unknown): string | undefined {
  const { client_state, payload, data } = Object(source);
  const states = [source, client_state, Object(payload).client_state, Object(data).client_state];
  return [...states, Object(Object(data).payload).client_state].find((state) => typeof state === "string");
}

function decodeText(encoded: string): string | undefined {
  try {
    const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** In an object, since null is a value of JSON, too. */
function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
