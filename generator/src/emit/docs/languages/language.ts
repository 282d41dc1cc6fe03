import type { Event, Model, Operation, OperationExample, TexmlCallback } from "../../../model.ts";

/** A programming language of the docs: how its code is written. One small file a language. */
export interface Language {
  /** What the names of its skills end in: `typescript`. */
  readonly name: string;
  /** What people call it: `TypeScript`. */
  readonly title: string;
  /** The info string of its code blocks: `ts`. */
  readonly fence: string;
  /** Commands that install what the examples need. */
  readonly install?: string;
  /** The code that stands before every example: a client, a key, the server's address. */
  setup(model: Model): string;
  /** One call, its answer shown. */
  call(operation: Operation, given: OperationExample): string;
  /** The items of a list, as many as the language walks by itself; only for operations with `pagination`. */
  list(operation: Operation, given: OperationExample): string;
  /** The arguments that one would not guess from the names on the wire, by those. */
  renamed?(operation: Operation): Readonly<Record<string, string>>;
  /** Receives the forms of TeXML: one that is answered with a document, and one that only tells something. */
  texml?(request: TexmlCallback, report: TexmlCallback): string;
  /** Receives one event and refuses what Telnyx did not sign; absent where the language has no server. */
  event?(event: Event): string;
}
