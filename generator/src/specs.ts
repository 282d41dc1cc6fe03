/** The form of the files in `specs/`, types only. `load/specs.ts` reads and checks them. */
import type { DiagnosticCode, Severity } from "./diagnostic.ts";
import type { OpenApiDocument, Schema } from "./document/openapi.ts";

/** `slice.json`: the source, and which of its operations and webhooks belong to the packages. */
export interface SliceDefinition {
  readonly title: string;
  readonly source: Source;
  readonly families: readonly FamilyDefinition[];
  /**
   * What must not go missing unseen: path prefixes and event prefixes that belong to a family or to `leftOut`. A webhook that
   * says no event is looked for by its key and its other names.
   */
  readonly watch: { readonly paths: readonly string[]; readonly events: readonly string[] };
  /** `event` is a name on the wire or, for a webhook that cannot be read, its key. */
  readonly leftOut: readonly { readonly operation?: string; readonly event?: string; readonly reason: string }[];
}

/** Where the upstream document lives. `{ref}` stands for a branch or commit in both addresses. */
export interface Source {
  readonly repository: string;
  readonly path: string;
  readonly branch: string;
  readonly download: string;
  /** An address that answers with the newest commit of the document, as GitHub's commits API does. */
  readonly commits: string;
}

/**
 * A family: what one page documents. `operations` (`POST /calls`) and `events` (`call.answered`, or `conference.*` for
 * all that start so) win over `tags`, and an event in full wins over a prefix.
 */
export interface FamilyDefinition {
  readonly name: string;
  readonly title: string;
  readonly tags: readonly string[];
  readonly operations: readonly string[];
  readonly events: readonly string[];
}

/** `names.json`: what operations and events are called in the packages. */
export interface Names {
  readonly operations: Readonly<Record<string, OperationName>>;
  readonly events: Readonly<Record<string, EventName>>;
  /** By component schema: another type name than its own, where that name means something else. */
  readonly schemas?: Readonly<Record<string, string>>;
  /** Names of former versions, which go on working: what each is called now, by its former name. */
  readonly aliases?: FormerNames;
}

/** The former names of `names.json`, each with the name that took its place. */
export interface FormerNames {
  /** Client methods with their resources: `calls.call` → `calls.dial`. */
  readonly methods?: Readonly<Record<string, string>>;
  /** Exported types of operations, events and schemas: `CallRequest` → `DialRequest`. */
  readonly types?: Readonly<Record<string, string>>;
  /** Component schemas by their names in the contract, which have a type each. */
  readonly schemas?: Readonly<Record<string, string>>;
}

export interface OperationName {
  /** The client method with its resources, such as `calls.actions.answer`. */
  readonly method: string;
  /** What its type names start with: `Answer` for `AnswerRequest` and `AnswerResponse`. */
  readonly type: string;
  /** What is different in the official SDKs. */
  readonly official?: {
    /** The method with its resources, in the spelling of their TypeScript: `texml.secrets`. */
    readonly method?: string;
    /** Whether a list walks its pages by itself. */
    readonly pages?: boolean;
    /** By the name of a query or body field: the argument that it is given as. */
    readonly fields?: Readonly<Record<string, string>>;
    /** The argument that takes the whole body, where its fields are no arguments of their own. */
    readonly body?: string;
  };
}

export interface EventName {
  /** The event's name on the wire, such as `call.answered`. */
  readonly event: string;
  /** What its type names start with: `CallAnswered` for `CallAnsweredEvent`. */
  readonly type: string;
}

/** `voice.lock.json`: where the contract came from. */
export interface Lock {
  readonly source: Origin;
  readonly document: Counts & { readonly openapi: string; readonly version: string; readonly sha256: string };
  readonly contract: Counts & { readonly sha256: string };
  /**
   * Operations and events that are watched for, yet belong to no family and are not left out with a reason; of webhooks
   * that cannot be read, the keys.
   */
  readonly unclaimed: readonly string[];
}

/** What is known of a document's provenance; `file` is a name without its folder. */
export interface Origin {
  readonly repository?: string;
  readonly path?: string;
  readonly commit?: string;
  readonly date?: string;
  readonly etag?: string;
  readonly url?: string;
  readonly file?: string;
}

export interface Counts {
  readonly operations: number;
  readonly webhooks: number;
  readonly schemas: number;
}

/** A correction: an OpenAPI Overlay 1.0 document. */
export interface Correction {
  readonly file: string;
  readonly overlay: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly actions: readonly CorrectionAction[];
}

/** One action of an overlay. `description` holds the reason and `source` what shows it; a rule of lint requires both. */
export interface CorrectionAction {
  readonly target: string;
  readonly description: string;
  readonly source?: Evidence | readonly Evidence[];
  readonly update?: unknown;
  readonly remove?: boolean;
}

/**
 * What shows that a fact is true: real deliveries, with how often it was seen, of how many, from when to when
 * (`24 of 27, 2020-07 to 2026-08`); a published page; the official SDK; upstream's document, at another place. A guess says
 * why it was made.
 */
export type Evidence =
  | { readonly kind: "delivery"; readonly seen: string; readonly note?: string }
  | { readonly kind: "page" | "sdk" | "document"; readonly at: string }
  | { readonly kind: "guess"; readonly why: string };

/** Text for one operation or event: a line, and what else there is to say. */
export interface Text {
  readonly summary: string;
  readonly description?: string;
}

/** `wording/<language>.yaml`: our own text for what the contract names. */
export interface Wording {
  readonly language: string;
  /** By family name; a translation has a title as well, in place of the one in `slice.json`. */
  readonly families: Readonly<Record<string, Text & { readonly title?: string }>>;
  /** By operationId. */
  readonly operations: Readonly<Record<string, Text>>;
  /** By the event's name on the wire. */
  readonly events: Readonly<Record<string, Text>>;
  /** By the names that lead to a resource of the client, such as `calls.actions`. In English alone: editors show it. */
  readonly resources?: Readonly<Record<string, string>>;
  /** By kind of TeXML callback. */
  readonly texmlCallbacks?: Readonly<Record<string, Text>>;
  /** By field of the TeXML callbacks; `kind.field` where one means something else in a kind. */
  readonly texmlFields?: Readonly<Record<string, string>>;
  /** By field or parameter name: the text wherever no override applies. */
  readonly glossary: Readonly<Record<string, string>>;
  /** By `Schema.field` or `operationId.parameter`, where a name means something else than the glossary says. */
  readonly overrides: Readonly<Record<string, string>>;
  /** By the `occasion` of a trigger: when its event comes, as a clause such as `if it fails`. */
  readonly occasions?: Readonly<Record<string, string>>;
  /** By code; `10011 422` where it means something else under a status. First what happened, then what to do. */
  readonly errors?: Readonly<Record<string, Text>>;
  /** Of a translation, by English term: what may stand for it. */
  readonly terms?: Readonly<Record<string, readonly string[]>>;
}

/** `wording/upstream.json`: upstream's text by JSON pointer, kept on request and never committed here. */
export type UpstreamWording = Readonly<Record<string, { readonly summary?: string; readonly description?: string }>>;

/** `severities.json`: the codes whose diagnostics weigh more or less in `generate` than the catalogue says. */
export type Severities = Readonly<
  Partial<Record<DiagnosticCode, { readonly severity: Severity; readonly reason: string }>>
>;

/**
 * An entry of `accepted-changes.json`: a change that somebody answers for. It says where the change is by a pointer into
 * the contract, before or after, or by what it belongs to and the way within it.
 */
export interface Acceptance {
  readonly rule: string;
  readonly pointer?: string;
  readonly owner?: string;
  readonly path?: string;
  readonly reason: string;
  readonly by: string;
  /** The sha256 of the contract that the change starts from; the entry says nothing about changes from another. */
  readonly base: string;
}

/** `examples.yaml`: what the value of a field looks like, by the field's name. */
export type Examples = Readonly<Record<string, unknown>>;

/** `triggers.yaml`: the events that may follow from an operation, in the order of a call, by operationId. */
export type Triggers = Readonly<Record<string, readonly Trigger[]>>;

/** An event that may follow, by its name on the wire: the name alone, or with what must hold for it to come. */
export type Trigger =
  | string
  | {
      readonly event: string;
      /** What the request must have; one of these is enough. */
      readonly when?: TriggerField | readonly TriggerField[];
      /** What must happen besides: a key of `occasions` in the wordings. */
      readonly occasion?: string;
      /** What shows it, where upstream's list of the operation's events lacks it. */
      readonly source?: Evidence | readonly Evidence[];
    };

/** A field of a request, with dots between its names: one that must be given, or one with the values that it must have. */
export type TriggerField = string | Readonly<Record<string, TriggerValue | readonly TriggerValue[]>>;

export type TriggerValue = string | number | boolean;

/** `v1-events.yaml`: by the name that API v1 has for an event, the name of API v2. */
export type V1Events = Readonly<
  Record<string, { readonly event: string; readonly source: Evidence | readonly Evidence[] }>
>;

/**
 * An entry of `error-codes.json`, which `sync` writes: a code that an example of upstream's names under a status, without
 * its texts. It stands on a response that operations share, or on one operation's own.
 */
export interface ErrorCodeFact {
  readonly code: string;
  readonly status: string;
  readonly response?: string;
  readonly operation?: string;
}

/** `errors.yaml`, by code: what it is called, and where it may come. What it means is in the wording. */
export type ErrorEntries = Readonly<Record<string, ErrorEntry>>;

export interface ErrorEntry {
  /** What its constant is called: `callEnded`. */
  readonly name: string;
  readonly at: readonly ErrorPlacement[];
}

/** The operations that may answer with a code under a status, and what shows it. */
export interface ErrorPlacement {
  readonly status: string;
  /** By operationId; a path with `*` at its end stands for all below it, `*` alone for all there are. */
  readonly operations: readonly string[];
  /** Operations that a `*` means and that do not belong here. */
  readonly except?: readonly string[];
  readonly source: Evidence | readonly Evidence[];
}

/**
 * `texml-callbacks.yaml`: the forms that TeXML sends to an application, by kind, in the order in which they are looked for.
 * Its components are schemas of OpenAPI 3.1, whose properties may have a `source` of their own.
 */
export interface TexmlCallbacks {
  readonly callbacks: Readonly<Record<string, TexmlCallbackDefinition>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
  readonly withoutSource: readonly TexmlGap[];
}

/** What is known to exist, why nothing is said of it, and the fields of operations that ask for it. */
export interface TexmlGap {
  readonly what: string;
  readonly why: string;
  readonly fields?: readonly TexmlAsker[];
}

export interface TexmlCallbackDefinition {
  /** The exported type. */
  readonly type: string;
  readonly schema: { readonly $ref: string };
  /** One condition, or several of which one must hold. */
  readonly recognisedBy: TexmlCondition | readonly TexmlCondition[];
  readonly askedBy: readonly TexmlAsker[];
  readonly source: Evidence | readonly Evidence[];
}

/** By field: the values of which it has one, whether it is there, or that it is not. */
export type TexmlCondition = Readonly<Record<string, boolean | readonly string[]>>;

/**
 * What has Telnyx send a form: a field of an operation's body, or an attribute of a TeXML element; `event` is the value that
 * its list of events must have. `answer` says whether a document is expected as the answer; absent where nothing shows it.
 */
export interface TexmlAsker {
  readonly operation?: string;
  readonly field?: string;
  readonly element?: string;
  readonly attribute?: string;
  readonly event?: string;
  readonly answer?: "texml" | "none";
}

/** A step of `history/`: what changed from one version of the contract to the next. The diff writes and explains it. */
export interface HistoryEntry {
  readonly from: { readonly sha256: string; readonly date?: string; readonly commit?: string };
  readonly to: { readonly sha256: string; readonly date?: string; readonly commit?: string };
  readonly changes: readonly {
    readonly rule: string;
    readonly level: "breaking" | "dangerous" | "safe" | "docs";
    readonly typescript: "breaking" | "compatible";
    readonly owner: string;
    readonly path: string;
    readonly message: string;
    readonly touched: readonly string[];
  }[];
}

/** Everything in `specs/`. */
export interface Specs {
  readonly slice: SliceDefinition;
  readonly names: Names;
  readonly contract: OpenApiDocument;
  readonly lock: Lock;
  readonly corrections: readonly Correction[];
  readonly wordings: readonly Wording[];
  readonly upstreamWording: UpstreamWording;
  readonly examples: Examples;
  readonly triggers: Triggers;
  readonly texml: TexmlCallbacks;
  readonly v1Events: V1Events;
  readonly errorCodes: readonly ErrorCodeFact[];
  readonly errors: ErrorEntries;
  /** The newest step first. */
  readonly history: readonly HistoryEntry[];
  readonly severities: Severities;
}
