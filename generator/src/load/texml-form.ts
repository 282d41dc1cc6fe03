import { isObject } from "../document/openapi.ts";
import { evidence } from "./evidence.ts";
import { type Form, list, object, record, text } from "./form.ts";

const local = /^#\/components\/schemas\/[^/]+$/;

const fault = (message: string) => [{ keys: [], message }];

/** A reference to one of the file's own schemas. */
const reference: Form = (value) =>
  typeof value === "string" && local.test(value) ? [] : fault("It does not lead to `#/components/schemas/…`.");

const texts = list(text);

/** What holds of a field: that it has one of these values, is there, or is not. */
const sign: Form = (value) => {
  if (typeof value === "boolean") return [];
  if (Array.isArray(value) && value.length > 0) return texts(value);
  return fault("It is neither true nor false nor a list of values.");
};

const condition: Form = (value) => {
  const isEmpty = isObject(value) && !Object.values(value).some((held) => held !== false);
  return isEmpty ? fault("It asks for no field.") : record(sign)(value);
};

const conditions: Form = (value) => {
  if (!Array.isArray(value)) return condition(value);
  return value.length === 0 ? fault("It is an empty list.") : list(condition)(value);
};

const answer: Form = (value) => (value === "texml" || value === "none" ? [] : fault("It is neither texml nor none."));

const ofOperation = object({ operation: text, field: text }, { event: text, answer });
const ofElement = object({ element: text, attribute: text }, { event: text, answer });
const asker: Form = (value) => (isObject(value) && "operation" in value ? ofOperation : ofElement)(value);

/** A property: a text, with evidence of its own where it is another than that of its callback. */
const property: Form = (value) => [
  ...object({ type: text }, { format: text, enum: texts, source: evidence })(value),
  ...(isObject(value) && value["type"] !== "string"
    ? fault("Its type is not string, which all values on the wire are.")
    : []),
];

const schema = object({ properties: record(property) }, { required: texts, allOf: list(object({ $ref: reference })) });

/** The form of `texml-callbacks.yaml`, as `TexmlCallbacks` has it as a type. */
export const texmlForm: Form = object({
  callbacks: record(
    object({
      ...{ type: text, schema: object({ $ref: reference }), recognisedBy: conditions },
      ...{ askedBy: list(asker), source: evidence },
    }),
  ),
  components: object({ schemas: record(schema) }),
  withoutSource: list(object({ what: text, why: text }, { fields: list(object({ operation: text, field: text })) })),
});
