import type { ClientError } from "../client-errors.ts";
import type { SkillWords } from "../skills/skill-words.ts";

/** What the emitter itself says in the docs, in one natural language. What it takes and gives is Markdown. */
export interface Words {
  /** Ends a sentence that the wording has without an end. */
  readonly stop: string;
  /** Stands between facts. */
  readonly comma: string;
  /** Stands between names. */
  readonly listed: string;
  /** Stands between sentences. */
  readonly gap: string;
  readonly inParentheses: (text: string) => string;
  readonly pages: PageWords;
  readonly tables: TableWords;
  readonly sections: SectionWords;
  readonly conditions: ConditionWords;
  readonly retries: RetryWords;
  readonly errors: ErrorWords;
  readonly codes: CodeWords;
  readonly texml: TexmlWords;
  readonly changes: ChangeWords;
  readonly skills: SkillWords;
}

/** The index and the frame of a page. */
export interface PageWords {
  readonly operations: string;
  readonly events: string;
  readonly operationCount: (count: number) => string;
  readonly eventCount: (count: number) => string;
  readonly setup: string;
  /** Leads to the setup from a page with examples. */
  readonly setupLink: (address: string) => string;
  readonly setupLead: string;
}

export interface TableWords {
  readonly field: string;
  readonly type: string;
  readonly required: string;
  readonly description: string;
  readonly yes: string;
  /** In the column of what is required, of a field that has others to choose from. */
  readonly oneOf: string;
  /** The fields of which one has to be there, or one and no other. */
  readonly choice: (names: string, isExclusive: boolean) => string;
  readonly noFields: string;
  /** Of a field that only one member of a union has. */
  readonly inVariant: (variant: string) => string;
  /** Of a field whose own fields are told elsewhere. */
  readonly see: (links: string) => string;
  readonly deprecated: string;
  /** Of a field that the published document does not have. */
  readonly onlyInSdk: (sdk: string) => string;
  /** Of a field that no delivery has. */
  readonly unseen: string;
  readonly byDefault: (value: string) => string;
  /** A limit by its JSON Schema keyword; undefined for a keyword that has no name here. */
  readonly limit: (keyword: string, value: string) => string | undefined;
}

/** The parts of an operation and of an event. */
export interface SectionWords {
  readonly deprecated: string;
  /** Of an operation or an event that the published document does not have. */
  readonly onlyInSdk: (sdk: string) => string;
  readonly example: string;
  readonly path: string;
  readonly query: string;
  readonly headers: string;
  readonly body: (mediaType: string) => string;
  readonly response: (status: string) => string;
  readonly noBody: string;
  readonly file: (mediaType: string) => string;
  readonly errors: string;
  readonly error: (status: string) => string;
  readonly following: string;
  readonly paging: string;
  readonly retries: string;
  /** How a list goes on; the item field is what the client walks. */
  readonly pagesOf: Readonly<Record<"number" | "cursor" | "uri", (items: string) => string>>;
  readonly eventType: (type: string) => string;
  readonly delivery: string;
  readonly followsFrom: string;
  readonly sample: string;
  readonly handler: string;
}

/** When an event follows. */
export interface ConditionWords {
  /** Of fields that a request must have, or of one of them. */
  readonly onlyWith: (fields: string) => string;
  /** Stands before the last of what there is to choose from. */
  readonly or: string;
}

/** When the client repeats a request. */
export interface RetryWords {
  readonly idempotent: string;
  readonly command: string;
  readonly other: string;
}

export interface ErrorWords {
  readonly title: string;
  readonly lead: string;
  readonly status: string;
  readonly meaning: string;
  readonly thrown: string;
  readonly body: string;
  readonly empty: string;
  readonly shapes: string;
  /** Of `default`: what has no entry of its own. */
  readonly anyOther: string;
  readonly anyOtherMeaning: string;
  readonly anyOtherThrown: string;
  readonly meanings: Readonly<Record<ClientError, string>>;
}

/** The dictionary of the codes that errors carry. */
export interface CodeWords {
  readonly title: string;
  readonly lead: readonly string[];
  readonly code: string;
  readonly constant: string;
  readonly happened: string;
  readonly everyOperation: string;
  /** Of operations that are guessed. */
  readonly assumed: string;
  /** The head of the column of codes below an operation. */
  readonly column: string;
  /** Of codes under statuses that the operation does not have. */
  readonly beside: (codes: string) => string;
}

/** The page of the forms that TeXML sends. */
export interface TexmlWords {
  readonly title: string;
  readonly lead: string;
  readonly handling: string;
  readonly kind: string;
  readonly comes: string;
  readonly askedBy: string;
  /** What a value of an event list asks for. */
  readonly event: string;
  readonly answer: string;
  readonly answers: Readonly<Record<"texml" | "none" | "unknown", string>>;
  readonly fields: string;
  readonly recognisedBy: string;
  /** Of a field that is one of some values, is there, or is not. */
  readonly is: (field: string, values: string) => string;
  readonly isThere: (field: string) => string;
  readonly isNotThere: (field: string) => string;
  readonly and: string;
  readonly or: string;
  /** Of an operation: what it may ask for. */
  readonly asksFor: string;
}

/** The page of what changed in the API. */
export interface ChangeWords {
  readonly title: string;
  readonly lead: string;
  readonly levels: Readonly<Record<"breaking" | "dangerous" | "safe" | "docs", string>>;
  readonly step: (from: string, to: string, counts: string) => string;
  readonly count: (count: number, level: string) => string;
  readonly noChange: string;
  readonly breakingTypes: (count: number) => string;
  readonly breaksTypes: string;
  readonly touches: (list: string, more: number) => string;
  /** What the diff says in English, in this language; undefined where it cannot be said. */
  readonly message: (message: string) => string | undefined;
  readonly between: string;
  readonly words: string;
  readonly meanings: readonly string[];
}
