import type { Words } from "./words.ts";

const counted = (noun: string) => (count: number) => `${count} ${noun}${count === 1 ? "" : "s"}`;

const limits: Readonly<Record<string, string>> = {
  minimum: "at least",
  maximum: "at most",
  exclusiveMinimum: "more than",
  exclusiveMaximum: "less than",
  multipleOf: "a multiple of",
  minLength: "minimum length",
  maxLength: "maximum length",
  minItems: "minimum items",
  maxItems: "maximum items",
  pattern: "pattern",
};

/** English, which is also what is said where a language has no words of its own. */
export const en: Words = {
  stop: ".",
  comma: ", ",
  parentheses: (text) => ` (${text})`,
  reference: {
    operations: "Operations",
    events: "Events",
    operationCount: counted("operation"),
    eventCount: counted("event"),
    apiChanges: "API changes",
    errorsPage: "Errors",
    deprecated: "**Deprecated.**",
  },
  tables: {
    field: "Field",
    type: "Type",
    required: "Required",
    description: "Description",
    yes: "yes",
    none: "No fields.",
    inVariant: (variant) => `in ${variant}`,
    deprecated: "deprecated",
    byDefault: (value) => `default ${value}`,
    limit: (keyword, value) => {
      if (keyword === "uniqueItems") return "no item twice";
      return limits[keyword] && `${limits[keyword]} ${value}`;
    },
  },
  sections: {
    path: "Path parameters",
    query: "Query",
    headers: "Headers",
    body: (mediaType) => `Body (${mediaType})`,
    response: (status) => `Response ${status}`,
    payload: "Payload (`data.payload`)",
    example: "Example",
    errors: "Errors",
    triggers: "Events that follow",
    triggeredBy: "Follows from",
    paging: "Pages",
    retries: "Retries",
    sample: "Sample delivery",
    handler: "Handler",
  },
  answers: {
    none: "No body.",
    file: (mediaType) => `A file (${mediaType}).`,
  },
};
