import { isObject } from "../document/openapi.ts";
import { errorEntries } from "./error-entries.ts";
import { evidence } from "./evidence.ts";
import { count, dottedName, type Form, flag, list, object, record, text } from "./form.ts";
import { texmlForm } from "./texml-form.ts";
import { trigger } from "./trigger.ts";

const texts = list(text);
const counts = { operations: count, webhooks: count, schemas: count };

/** A section of a wording may be empty, which in YAML is null. */
const section = (members: Form): Form => {
  const filled = record(members);
  return (value) => (value === null ? [] : filled(value));
};
const worded = section(object({ summary: text }, { description: text }));
const families = section(object({ summary: text }, { description: text, title: text }));

const version = object({ sha256: text }, { date: text, commit: text });
const change = object({
  ...{ rule: text, level: text, typescript: text, owner: text, path: () => [], message: text },
  touched: texts,
});

const official = object({}, { method: dottedName, pages: flag, fields: record(text), body: text });

const withSource = object({}, { source: evidence });
const sourced: Form = (value) => (isObject(value) ? withSource(value) : []);

/** The forms of the files in `specs/`, as `specs.ts` has them as types: what the stages read without looking. */
export const forms = {
  slice: object({
    title: text,
    source: object({ repository: text, path: text, branch: text, download: text, commits: text }),
    families: list(object({ name: text, title: text, tags: texts, operations: texts, events: texts })),
    watch: object({ paths: texts, events: texts }),
    leftOut: list(object({ reason: text }, { operation: text, event: text })),
  }),
  names: object(
    {
      operations: record(object({ method: dottedName, type: text }, { official })),
      events: record(object({ event: text, type: text })),
    },
    {
      schemas: record(text),
      aliases: object({}, { methods: record(dottedName), types: record(text), schemas: record(text) }),
    },
  ),
  contract: object({ info: record(() => []), paths: record(() => []) }),
  lock: object({
    source: object({}, { repository: text, path: text, commit: text, date: text, etag: text, url: text, file: text }),
    document: object({ openapi: text, version: text, sha256: text, ...counts }),
    contract: object({ sha256: text, ...counts }),
    unclaimed: texts,
  }),
  // What an action does is looked at when it is applied.
  correction: object({ overlay: () => [], info: () => [], actions: list(sourced) }),
  wording: object(
    {},
    {
      ...{ families, operations: worded, events: worded, occasions: section(text), errors: worded },
      ...{ texmlCallbacks: worded, texmlFields: section(text), resources: section(text) },
      ...{ glossary: section(text), overrides: section(text), terms: section(texts) },
    },
  ),
  upstreamWording: record(object({}, { summary: text, description: text })),
  examples: record(() => []),
  triggers: record(list(trigger)),
  texml: texmlForm,
  v1Events: record(object({ event: text, source: evidence })),
  errorCodes: list(object({ code: text, status: text }, { response: text, operation: text })),
  errors: errorEntries,
  history: object({ from: version, to: version, changes: list(change) }),
  /** That an entry says where its change is, the reader of the file looks at. */
  acceptedChanges: list(
    object({ rule: text, reason: text, by: text, base: text }, { pointer: text, owner: text, path: text }),
  ),
  /** Each entry of it is looked at by `checkSeverities`. */
  severities: record(() => []),
} satisfies Record<string, Form>;
