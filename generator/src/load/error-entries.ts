import { isObject } from "../document/openapi.ts";
import { evidence } from "./evidence.ts";
import { type Fault, type Form, list, object, record, text } from "./form.ts";

/** Two words at least, since no keyword of TypeScript has a capital inside. */
const constantName: Form = (value) =>
  typeof value === "string" && /^[a-z]+(?:[A-Z][a-z0-9]*)+$/.test(value)
    ? []
    : [{ keys: [], message: "It is no name of two words or more, such as `callEnded`." }];

const status: Form = (value) =>
  typeof value === "string" && /^[45]\d\d$/.test(value)
    ? []
    : [{ keys: [], message: 'It is no status of an error in quotes, such as "422".' }];

const texts = list(text);
const placement = object({ status, operations: texts, source: evidence }, { except: texts });
const entries = record(object({ name: constantName, at: list(placement) }));

/** The form of `errors.yaml`: each code with a name that no other has. */
export const errorEntries: Form = (value) => [...entries(value), ...(isObject(value) ? sharedNames(value) : [])];

function sharedNames(value: Readonly<Record<string, unknown>>): Fault[] {
  const codes = new Map<unknown, string>();
  return Object.entries(value).flatMap(([code, entry]) => {
    const name = isObject(entry) ? entry["name"] : undefined;
    const other = codes.get(name);
    codes.set(name, other ?? code);
    if (name === undefined || other === undefined) return [];
    return [{ keys: [code, "name"], message: `${other} is called ${String(name)} as well.` }];
  });
}
