/**
 * The model: what the emitters, the lint rules and the diff read. Plain readonly data without functions; `model/*` builds
 * it from a corrected and worded document.
 */
import type { Method, OpenApiDocument } from "./document/openapi.ts";
import type { HistoryEntry, Origin, TexmlAsker, TexmlCondition, Text } from "./specs.ts";

export type { HistoryEntry, TexmlAsker, TexmlCondition } from "./specs.ts";

export interface Model {
  /** The corrected, worded document itself: openapi-typescript eats a document, and `openapi.json` is one. */
  readonly document: OpenApiDocument;
  /** What the packages say of the contract they were made from. */
  readonly contract: ContractFacts;
  /** In the order of `slice.json`. */
  readonly families: readonly Family[];
  /** By path, then by method. */
  readonly operations: readonly Operation[];
  /** By name on the wire. */
  readonly events: readonly Event[];
  /** What API v1 calls some of the events, by that name. */
  readonly v1Names: readonly Alias[];
  /** What the resources of the client are about, by the names that lead to them: `calls.actions`. */
  readonly resources: Readonly<Record<string, string>>;
  /** The component schemas, by name. */
  readonly schemas: readonly NamedSchema[];
  /** The codes that errors of Telnyx carry, in their order. */
  readonly errorCodes: readonly ErrorCode[];
  /** The forms that TeXML sends, in the order in which they are looked for. */
  readonly texmlCallbacks: readonly TexmlCallback[];
  /** The steps of the contract, the newest first. */
  readonly history: readonly HistoryEntry[];
  /** Names of former versions that still work. */
  readonly aliases: Aliases;
}

/** A code that errors carry, whatever else they say. */
export interface ErrorCode {
  readonly code: string;
  /** What its constant is called: `callEnded`. */
  readonly name: string;
  readonly at: readonly ErrorCodePlace[];
}

/** Where a code may come, and what it means there. */
export interface ErrorCodePlace {
  readonly status: string;
  /** What happened, and what to do. */
  readonly text: Text;
  /** The operations, by their ids, in the order of the model. */
  readonly operations: readonly string[];
  /** Whether those are all there are, so that none need be named. */
  readonly isEvery: boolean;
  /** Whether it is a guess that it is these. */
  readonly isGuess: boolean;
  /** What the entry names and the contract lacks. */
  readonly lost: readonly string[];
}

/** Former names of what the model has, none of which is another thing's. */
export interface Aliases {
  /** Methods such as `calls.call`. */
  readonly methods: readonly Alias[];
  /** Exported types. */
  readonly types: readonly Alias[];
  /** Component schemas by their names in the document. */
  readonly schemas: readonly SchemaAlias[];
}

export interface Alias {
  /** What it was called. */
  readonly name: string;
  /** What it is called now. */
  readonly target: string;
}

export interface SchemaAlias extends Alias {
  /** The exported type that the schema had; absent where something else has that name. */
  readonly typeName?: string;
}

export interface ContractFacts {
  readonly title: string;
  /** The API's own version, such as `2.0.0`. */
  readonly version: string;
  readonly sha256: string;
  readonly source: Origin;
  /** The first server's address, such as `https://api.telnyx.com/v2`. */
  readonly server: string;
}

/** Which family each operation (`POST /calls`) and each webhook (by its key) belongs to. */
export interface Assignment {
  readonly operations: ReadonlyMap<string, string>;
  readonly webhooks: ReadonlyMap<string, string>;
}

/** What one page documents: a group of operations and events. */
export interface Family {
  readonly name: string;
  readonly title: string;
  readonly text: Text;
}

export interface Operation {
  /** The operationId. */
  readonly id: string;
  readonly method: Method;
  readonly path: string;
  readonly family: string;
  /** The client method: resources, then the verb, such as `["calls", "actions", "answer"]`. */
  readonly accessor: readonly string[];
  readonly official: OfficialMethod;
  /** The exported types of what goes in and what comes out, where there is any. */
  readonly types: { readonly request?: string; readonly query?: string; readonly response?: string };
  readonly text: Text;
  readonly deprecated: boolean;
  /** The official SDK that has it, where the published document has not. */
  readonly onlyInSdk?: string;
  /** In the order in which they stand in the path, which is the order of the arguments. */
  readonly pathParameters: readonly Field[];
  readonly query: readonly Field[];
  readonly headers: readonly Field[];
  readonly body?: Body;
  readonly success: Success;
  /** How the answer leads to further pages; absent where it is no list, or one without pages. */
  readonly pagination?: Pagination;
  /** Whether the body takes a `command_id`: Telnyx carries out one command of an id, however often it is sent. */
  readonly isCommand: boolean;
  /** The events that may follow, as the specs have them: the model may lack one. */
  readonly events: readonly FollowingEvent[];
  readonly errors: readonly { readonly status: string; readonly shape?: Shape }[];
  readonly example: OperationExample;
  /** Where it stands in the document. */
  readonly pointer: string;
}

/** An event that may follow from an operation. */
export interface FollowingEvent {
  /** Its name on the wire. */
  readonly name: string;
  /** What the request must have for it to come: one of these is enough, and nothing is needed where there is none. */
  readonly when: readonly FieldCondition[];
  /** What must happen besides, as a clause; empty where there is nothing, or no text for it. */
  readonly occasion: string;
}

/** What is asked of a field in the body of a request. */
export interface FieldCondition {
  /** Its names on the way to it, with dots between. */
  readonly field: string;
  /** The values that will do; where there is none, it must be there. */
  readonly values: readonly (string | number | boolean)[];
}

/** How the official SDKs name what an operation takes; the gem has the same names in snake case. */
export interface OfficialMethod {
  readonly accessor: readonly string[];
  /** Whether a list walks its pages by itself. */
  readonly pages: boolean;
  /** The arguments that have another name than the field on the wire, by that field. */
  readonly fields: Readonly<Record<string, string>>;
  /** The argument that takes the whole body; absent where each field is one. */
  readonly body?: string;
}

/** How a list is walked. */
export interface Pagination {
  /**
   * What leads to the next page: `number`, one after `meta.page_number` (sent as `page[number]`); `cursor`,
   * `meta.cursors.after` (sent as `page[after]`); `uri`, the query of `next_page_uri`.
   */
  readonly pages: "number" | "cursor" | "uri";
  /** The answer's field that holds the items. */
  readonly items: string;
}

/** Arguments that the operation takes: what must be sent, and what tells most where nothing must be. */
export interface OperationExample {
  /** By the names of the path parameters. */
  readonly path: Readonly<Record<string, unknown>>;
  /** Absent where no query is needed. */
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

/** How a body is written: as JSON, as `a=b&c=d`, or as parts. */
export type Encoding = "json" | "form" | "multipart";

export interface Body {
  /** Whether a request must carry one. */
  readonly required: boolean;
  /** Whether a caller must pass one: false where every field is optional, since the client then sends an empty one. */
  readonly argumentRequired: boolean;
  /** The first is the one the client's types are made of. */
  readonly contents: readonly Content[];
}

export interface Content {
  readonly mediaType: string;
  readonly encoding: Encoding;
  readonly shape: Shape;
  /** The exported type of the shape, where it is a component. */
  readonly type?: string;
  /** The fields that hold a file (`format: binary`); only a multipart body has any. */
  readonly files: readonly string[];
}

/** The answer that counts as success: the lowest 2xx status. */
export interface Success {
  readonly status: string;
  /** `none` for an answer without a body, `binary` for one that is no JSON. */
  readonly kind: "json" | "binary" | "none";
  readonly mediaType?: string;
  readonly shape?: Shape;
}

export interface Event {
  /** The webhook's key in the document, such as `callLeftQueue`. */
  readonly key: string;
  /** The name on the wire, such as `call.dequeued`. */
  readonly name: string;
  readonly family: string;
  /** The exported types of the whole delivery and of its payload. */
  readonly types: { readonly event: string; readonly payload: string };
  readonly text: Text;
  /** The official SDK that has it, where the published document has not. */
  readonly onlyInSdk?: string;
  /** The component schema of the whole delivery: `{ data, meta }`. */
  readonly schema: string;
  /** The fields of `data`, less the payload. */
  readonly envelope: readonly Field[];
  readonly payload: Shape;
  /** Whether the schema says that a delivery always has `data` with a name, an id and a payload, as the wire does. */
  readonly isEnvelopeRequired: boolean;
  /** A whole delivery with every field. */
  readonly example: unknown;
  readonly pointer: string;
}

/** A form that TeXML sends to an application. Its values are texts. */
export interface TexmlCallback {
  /** Such as `recording-completed`. */
  readonly kind: string;
  /** The exported type. */
  readonly type: string;
  readonly text: Text;
  /** Those that are always there first. */
  readonly fields: readonly Field[];
  /** One of them holds of a form of this kind. */
  readonly conditions: readonly TexmlCondition[];
  readonly askedBy: readonly TexmlAsker[];
  /** Whether it is answered with a document, whatever asked for it. */
  readonly isRequest: boolean;
  /** A form with every field. */
  readonly example: Readonly<Record<string, string>>;
}

export interface NamedSchema {
  /** The component's name in the document. */
  readonly name: string;
  /** The name of its exported alias. */
  readonly typeName: string;
  readonly shape: Shape;
  readonly pointer: string;
}

/** A named value: a property, a parameter or a header. */
export interface Field {
  readonly name: string;
  readonly required: boolean;
  /** The fields of which one has to be there, this one among them; absent where it does not matter what others are. */
  readonly choice?: Choice;
  readonly deprecated: boolean;
  /** The official SDK that has it, where the published document has not. */
  readonly onlyInSdk?: string;
  /** Declared, and never seen in a delivery. */
  readonly isUnseen?: true;
  /** The wording; empty where there is none. */
  readonly text: string;
  readonly default?: unknown;
  readonly shape: Shape;
}

/** Fields of which one has to be there. */
export interface Choice {
  readonly names: readonly string[];
  /** Whether it has to be the only one of them. */
  readonly isExclusive: boolean;
}

/** What values are allowed, reduced to six kinds. Named schemas are referred to, so that recursion is safe. */
export type Shape =
  | Scalar
  | {
      readonly kind: "literals";
      readonly values: readonly unknown[] /** Whether others may come. */;
      readonly isOpen?: true;
    }
  | { readonly kind: "list"; readonly items: Shape; readonly limits: Limits }
  | { readonly kind: "structure"; readonly fields: readonly Field[]; readonly rest?: Shape }
  | { readonly kind: "union"; readonly members: readonly Shape[] }
  | { readonly kind: "named"; readonly name: string }
  | { readonly kind: "anything" };

export interface Scalar {
  readonly kind: "scalar";
  readonly type: "string" | "integer" | "number" | "boolean" | "null";
  readonly format?: string;
  readonly limits: Limits;
}

/** Limits by their JSON Schema keyword, such as `maxLength` or `pattern`. */
export type Limits = Readonly<Record<string, number | string | boolean>>;

/** A file that an emitter made: a program as ts-morph structures, or text as it is. */
export type GeneratedFile = SourceFile | TextFile;

export interface SourceFile {
  readonly kind: "source";
  /** Below the output folder, with `/` between the parts. */
  readonly path: string;
  readonly structure: import("ts-morph").SourceFileStructure;
}

export interface TextFile {
  readonly kind: "text";
  readonly path: string;
  readonly text: string;
}
