import { skillWordsEn } from "../skills/skill-words-en.ts";
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

const walked = (items: string) => `Iterating over what the method gives walks all ${items}.`;

/** English, which is also what is said where a language has no words of its own. */
export const en: Words = {
  stop: ".",
  comma: ", ",
  listed: ", ",
  gap: " ",
  inParentheses: (text) => ` (${text})`,
  pages: {
    operations: "Operations",
    events: "Events",
    operationCount: counted("operation"),
    eventCount: counted("event"),
    setup: "Setup",
    setupLink: (address) => `The examples go on from the [setup](${address}).`,
    setupLead: "What each example takes for granted. The API key comes from the portal.",
  },
  tables: {
    field: "Field",
    type: "Type",
    required: "Required",
    description: "Description",
    yes: "yes",
    oneOf: "one of",
    choice: (names, isExclusive) => `${isExclusive ? "exactly" : "at least"} one of ${names}`,
    noFields: "No fields.",
    see: (links) => `see ${links}`,
    inVariant: (variant) => `in ${variant}`,
    deprecated: "deprecated",
    onlyInSdk: (sdk) => `only in the official SDK so far: ${sdk}`,
    unseen: "declared, not seen in deliveries so far",
    byDefault: (value) => `default ${value}`,
    limit: (keyword, value) => {
      if (keyword === "uniqueItems") return "no item twice";
      return limits[keyword] && `${limits[keyword]} ${value}`;
    },
  },
  sections: {
    deprecated: "**Deprecated.**",
    onlyInSdk: (sdk) => `**Not in Telnyx's published document yet.** Taken from the official SDK, ${sdk}.`,
    example: "Example",
    path: "Path parameters",
    query: "Query",
    headers: "Headers",
    body: (mediaType) => `Body (${mediaType})`,
    response: (status) => `Response ${status}`,
    noBody: "No body.",
    file: (mediaType) => `A file (${mediaType}).`,
    errors: "Errors",
    error: (status) => `Error ${status}`,
    following: "Events that may follow",
    paging: "Pages",
    retries: "Retries",
    pagesOf: {
      number: (items) =>
        `The next page is \`page[number]\` one after \`meta.page_number\`, up to \`meta.total_pages\`. ${walked(items)}`,
      cursor: (items) => `\`meta.cursors.after\`, sent as \`page[after]\`, leads to the next page. ${walked(items)}`,
      uri: (items) => `\`next_page_uri\` is the address of the next page, null on the last. ${walked(items)}`,
    },
    eventType: (type) => `Type ${type}.`,
    delivery: "Delivery",
    followsFrom: "Follows from",
    sample: "Sample",
    handler: "Handler",
  },
  conditions: {
    onlyWith: (fields) => `only with ${fields}`,
    or: " or ",
  },
  retries: {
    idempotent: "Repeated after a failed connection or a timeout, 408, 409, 429 and 5xx.",
    command:
      "Repeated after a failed connection or a timeout, 408, 409, 429 and 5xx, for up to 55 s. The client sends a `command_id` of its own where you give none, the same with each attempt, so that the command is carried out once.",
    other:
      "Repeated only where it was not carried out for certain: after 429, after 503 with `Retry-After`, and where there was no connection.",
  },
  errors: {
    title: "Errors",
    lead: "What the client throws, and what stands in the body of an answer without success.",
    status: "Status",
    meaning: "Meaning",
    thrown: "Thrown",
    body: "Body",
    empty: "none",
    shapes: "Bodies",
    anyOther: "any other",
    anyOtherMeaning: "Any other answer without success.",
    anyOtherThrown: "the class of its status, or `ApiError`",
    meanings: {
      BadRequestError: "The request cannot be read.",
      AuthenticationError: "The API key is missing, wrong or revoked.",
      PermissionDeniedError: "The API key may not do this.",
      NotFoundError: "Nothing has this id.",
      ConflictError: "The request contradicts the state of things.",
      UnprocessableEntityError:
        "The request can be read but not carried out: a field is wrong, or the call is in no state for it. The code says which.",
      RateLimitError: "Too many requests.",
      InternalServerError: "Telnyx failed.",
      ApiError: "Any other answer that the operation does not have; the base of all above.",
      ConnectionError: "No answer came, or not all of it.",
      TimeoutError: "An attempt took too long; a `ConnectionError`, too.",
      AbortError: "Your signal aborted the call.",
    },
  },
  codes: {
    title: "Error codes",
    lead: [
      "What the `code` of an error means, and what to do. Decide by the code, not by the status: 422 is a mistyped number as well as a call that has ended, and the latter is no failure when you hang up. In TypeScript, compare `error.code` with the constant, which `@telnyx-voice/client` has as a member of `errorCode`.",
      "These are the codes that Telnyx names for voice; others may come. Telnyx does not say which operation answers with which code: that is ours, and where it is a guess, it says so.",
    ],
    code: "Code",
    constant: "Constant",
    happened: "What happened",
    everyOperation: "Any operation.",
    assumed: " (assumed)",
    column: "Codes",
    beside: (codes) => `Codes under other statuses: ${codes}.`,
  },
  texml: {
    title: "TeXML callbacks",
    lead:
      "What TeXML sends to your application: forms, or with GET a query, signed like events. All values are texts; what a " +
      "text holds stands beside its type. `kind` is not on the wire: it is what the form is recognised as. Fields that are " +
      "not listed come through; a form without the marks of any kind is `unknown`.",
    handling:
      "A text that a handler gives is the document that Telnyx is answered with. No form is remembered as handled: they " +
      "have no id, and each request for a document needs one. `SequenceNumber`, where there is one, tells repeated reports.",
    kind: "Kind",
    comes: "When it comes",
    askedBy: "Asked for by",
    event: "With the event",
    answer: "Answer",
    answers: { texml: "a TeXML document", none: "200, without a body", unknown: "not documented" },
    fields: "Fields",
    recognisedBy: "Recognised by",
    is: (field, values) => `${field} is ${values}`,
    isThere: (field) => `${field} is there`,
    isNotThere: (field) => `${field} is not`,
    and: ", ",
    or: "; or ",
    asksFor: "TeXML callbacks",
  },
  changes: {
    title: "API changes",
    lead: "What each update of the contract changed, as the diff judges it. The words are explained at the end.",
    levels: { breaking: "Breaking", dangerous: "Dangerous", safe: "Safe", docs: "Words only" },
    step: (from, to, counts) => `From ${from} to ${to}: ${counts}.`,
    count: (count, level) => `${count} ${level.toLowerCase()}`,
    noChange: "no change",
    breakingTypes: (count) => `; ${count} of them may break the compilation of programs`,
    breaksTypes: ", breaks TypeScript",
    touches: (list, more) => `. Touches ${list}${more > 0 ? ` and ${more} more` : ""}`,
    message: (message) => message,
    between: ": ",
    words: "Words",
    meanings: [
      "**Breaking**: what worked on the wire fails.",
      "**Dangerous**: programs may meet what they have not seen, or the contract cannot tell.",
      "**Safe**: nothing that worked fails.",
      "**Breaks TypeScript**: programs that use the changed part no longer compile against the packages.",
    ],
  },
  skills: skillWordsEn,
};
