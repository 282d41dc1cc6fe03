/** What skills say in their own voice, in one natural language, beside the words of all docs; Markdown. */
export interface SkillWords {
  /** The front matter's description: what the skill is for, and when to take it. */
  description(about: string, title: string, language: string, events: readonly string[]): string;
  readonly unofficial: string;
  readonly installation: string;
  readonly setupNote: string;
  /** By programming language: how arguments are given and failures come back. */
  readonly usage: Readonly<Record<string, string>>;
  readonly operationsNote: (link: string) => string;
  readonly path: string;
  readonly optional: string;
  /** Before fields of which one has to be there, and no other of them. */
  readonly exactlyOne: string;
  /** Before fields of which one has to be there. */
  readonly atLeastOne: string;
  readonly oneOf: (count: number) => string;
  /** Of a list whose items are of that many values. */
  readonly someOf: (count: number) => string;
  /** What a field is called in the language of the skill. */
  readonly calledHere: (field: string, argument: string) => string;
  readonly webhooks: string;
  readonly verification: readonly string[];
  /** The part of it that holds of all that Telnyx sends. */
  readonly signature: string;
  /** What is different of the forms of TeXML; the link leads to all that they have. */
  readonly texmlNote: (link: string) => string;
  /** Of the kinds of them: those that ask for a document, and those that do not. */
  readonly texmlAsking: string;
  readonly texmlTelling: string;
  readonly event: string;
  readonly sent: string;
  readonly payloadFields: string;
  /** The head of the column that lists an event's fields. */
  readonly itsFields: string;
  /** Of events that follow, too, and have no row. */
  readonly otherEvents: (events: string, link: string) => string;
  /** Stands in that column for the fields that most events have, and what says so. */
  readonly usual: string;
  readonly usualNote: (fields: string) => string;
  readonly envelope: string;
  readonly eventName: string;
  readonly errorsNote: string;
  /** Before the codes of the family's operations. */
  readonly codesNote: (link: string) => string;
  /** What an answer of a status means and what to do; statuses that are not here are told by the API itself. */
  readonly statuses: Readonly<Record<string, string>>;
  readonly caveats: string;
  readonly caveat: Readonly<Record<CaveatName, string>>;
  readonly references: string;
  readonly reference: Readonly<Record<ReferenceName, ReferenceWords>>;
  readonly payload: string;
  readonly webhookKey: string;
}

/** What is worth a warning where a family has it. */
export type CaveatName =
  | "callId"
  | "clientState"
  | "command"
  | "pages"
  | "form"
  | "apiVersion"
  | "webhookMethod"
  | "deprecated";

/** The pages beside a skill. */
export type ReferenceName = "operations" | "objects" | "events" | "texml";

export interface ReferenceWords {
  readonly title: string;
  /** When to open it. */
  readonly when: string;
}
