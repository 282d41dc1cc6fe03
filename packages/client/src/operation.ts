import type { ApiKey } from "./headers.ts";

/** What the client must know of an operation at run time; generated for each. */
export interface OperationData {
  readonly method: string;
  /** The path with its parameters in braces, in the order of the arguments. */
  readonly path: string;
  /** How a body is written; absent where the operation takes none. */
  readonly body?: "json" | "form" | "multipart";
  /** The body's fields that hold a file: with one of them it is written as multipart. */
  readonly files?: readonly string[];
  /** True where the body takes a `command_id`, by which Telnyx ignores a command that it has had within 60 s. */
  readonly command?: true;
  /** True where the argument after the ids is a query. */
  readonly query?: true;
  /** How the answer is read; absent for JSON. `any` is for what the contract does not know. */
  readonly answer?: "binary" | "none" | "any";
  /** The field of a list's answer that holds the items. */
  readonly items?: string;
  /** What leads to a list's next page: its number, a cursor, or the address that the answer gives. */
  readonly pages?: "number" | "cursor" | "uri";
}

/** The operations by the names of their methods, with further resources among them; generated. */
export interface OperationTree {
  /** In words: `readOperation` tells which. `/` names what the paths beside it begin with. */
  readonly [name: string]: string | OperationTree;
}

/** Reads `POST body=json command /calls`: the method, the facts, and what the path has after a folder. */
export function readOperation(words: string, folder = ""): OperationData {
  const [method, ...rest] = words.split(" ");
  const path = decodeURIComponent(folder + rest.pop());
  const facts = rest.map((word) => {
    const [name, text] = word.split("=");
    const values = text?.split(",").map(decodeURIComponent);
    return [name, name === "files" ? values : (values?.[0] ?? true)];
  });
  return { method, path, ...Object.fromEntries(facts) };
}

/** All operations of a tree. */
export function operationsOf({ "/": folder, ...members }: OperationTree): OperationData[] {
  return Object.values(members).flatMap((entry) =>
    typeof entry === "string" ? readOperation(entry, folder as string | undefined) : operationsOf(entry),
  );
}

/** What can be set for one call. */
export interface RequestOptions {
  /** Aborts the call; it then fails with an `AbortError`. */
  readonly signal?: AbortSignal | undefined;
  /** For each attempt, in ms, the reading of the answer included. @default what the client has */
  readonly timeout?: number | undefined;
  /** How often a failed attempt is repeated. @default what the client has */
  readonly maxRetries?: number | undefined;
  /**
   * Repeats a POST or PATCH without a `command_id`, too, where Telnyx may have acted on the first attempt.
   * @default false
   */
  readonly retryNonIdempotent?: boolean | undefined;
  /** Headers beside those of the client; `null` takes one of the client's away. */
  readonly headers?: Readonly<Record<string, string | null>> | undefined;
  /** Fields that the body's type does not know. */
  readonly extraBody?: Readonly<Record<string, unknown>> | undefined;
  /** Parameters that the query's type does not know. */
  readonly extraQuery?: Readonly<Record<string, unknown>> | undefined;
  /** The API key of this call, in place of the client's. */
  readonly apiKey?: ApiKey | undefined;
}

/** The options of a call with a query beside what it was given as its input. */
export type CallOptions = RequestOptions & { readonly query?: object | undefined };

/** A call to be made. */
export interface Call {
  readonly operation: OperationData;
  /** The values of the path, in its order. */
  readonly ids: readonly unknown[];
  /** The body, or the query of an operation without a body; a query beside a body comes in the options. */
  readonly input?: unknown;
  readonly options?: CallOptions | undefined;
  /** Where it goes in place of the client's address: a file that Telnyx leads to. */
  readonly address?: string | URL | undefined;
}
