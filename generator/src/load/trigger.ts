import { isObject } from "../document/openapi.ts";
import { evidence } from "./evidence.ts";
import { type Fault, type Form, object, record, text } from "./form.ts";

const fault = (message: string): Fault[] => [{ keys: [], message }];

const value: Form = (given) =>
  ["string", "number", "boolean"].includes(typeof given)
    ? []
    : fault("It is no text, no number, and neither true nor false.");

/** What may stand alone or be a list of some. */
function oneOrMore(form: Form): Form {
  return (given) => {
    if (!Array.isArray(given)) return form(given);
    if (given.length === 0) return fault("It is an empty list.");
    return given.flatMap((item, index) => form(item).map(({ keys, message }) => ({ keys: [index, ...keys], message })));
  };
}

const values = record(oneOrMore(value));

/** One field an object: whether two of them mean both or either, nobody could tell. */
const field: Form = (given) => {
  if (typeof given === "string") return [];
  if (!isObject(given)) return fault("It is neither the name of a field nor an object with its values.");
  const count = Object.keys(given).length;
  return count === 1 ? values(given) : fault(`It has ${count} fields, not one; write alternatives as a list.`);
};

const conditional = object({ event: text }, { when: oneOrMore(field), occasion: text, source: evidence });
const known = ["event", "when", "occasion", "source"];

/** The form of an entry below an operation in `triggers.yaml`: an event's name, or an object with what it comes under. */
export const trigger: Form = (given) => {
  if (typeof given === "string") return [];
  if (!isObject(given)) return fault("It is neither the name of an event nor an object with its `event`.");
  const unknown = Object.keys(given).filter((key) => !known.includes(key));
  return [
    ...conditional(given),
    ...unknown.flatMap((key) => fault(`It has ${key}, which is none of ${known.join(", ")}.`)),
  ];
};
