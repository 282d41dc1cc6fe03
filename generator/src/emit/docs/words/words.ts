/** What the emitter itself says in the docs, in one natural language. What takes arguments gets Markdown. */
export interface Words {
  /** Stands at the end of a sentence that the wording has without one. */
  readonly stop: string;
  /** Stands between two things that are listed, and around what is said by the way. */
  readonly comma: string;
  readonly parentheses: (text: string) => string;

  readonly reference: {
    readonly operations: string;
    readonly events: string;
    readonly operationCount: (count: number) => string;
    readonly eventCount: (count: number) => string;
    readonly apiChanges: string;
    readonly errorsPage: string;
    readonly deprecated: string;
  };
  readonly tables: {
    readonly field: string;
    readonly type: string;
    readonly required: string;
    readonly description: string;
    readonly yes: string;
    readonly none: string;
    /** Of a field that only one member of a union has. */
    readonly inVariant: (variant: string) => string;
    readonly deprecated: string;
    readonly byDefault: (value: string) => string;
    /** A limit by its JSON Schema keyword; undefined for a keyword that has no name here. */
    readonly limit: (keyword: string, value: string) => string | undefined;
  };
  readonly sections: {
    readonly path: string;
    readonly query: string;
    readonly headers: string;
    readonly body: (mediaType: string) => string;
    readonly response: (status: string) => string;
    readonly payload: string;
    readonly example: string;
    readonly errors: string;
    readonly triggers: string;
    readonly triggeredBy: string;
    readonly paging: string;
    readonly retries: string;
    readonly sample: string;
    readonly handler: string;
  };
  readonly answers: {
    readonly none: string;
    readonly file: (mediaType: string) => string;
  };
}
