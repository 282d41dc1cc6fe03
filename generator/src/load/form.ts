import { isObject, type JsonObject } from "../document/openapi.ts";

/** What is wrong in a value, and the keys that lead there. */
export interface Fault {
  readonly keys: readonly (string | number)[];
  readonly message: string;
}

/** Tells everything that keeps a value from being of a form; nothing where it is. */
export type Form = (value: unknown) => readonly Fault[];

type Members = Readonly<Record<string, Form>>;

const fault = (message: string): Fault[] => [{ keys: [], message }];
const below = (key: string | number, faults: readonly Fault[]): Fault[] =>
  faults.map(({ keys, message }) => ({ keys: [key, ...keys], message }));

/** Any text, an empty one too. */
export const text: Form = (value) => (typeof value === "string" ? [] : fault("It is no text."));

/** Yes or no. */
export const flag: Form = (value) => (typeof value === "boolean" ? [] : fault("It is neither true nor false."));

/** How many there are of something. */
export const count: Form = (value) =>
  Number.isInteger(value) && Number(value) >= 0 ? [] : fault("It is no whole number.");

/** A text that is names with dots between; whether each can be a name, a rule of lint says. */
export const dottedName: Form = (value) =>
  typeof value === "string" && value.split(".").includes("")
    ? fault(value === "" ? "It is an empty text." : `A part of ${value} is empty.`)
    : text(value);

/** A list of any length whose items are all of one form. */
export function list(items: Form): Form {
  return (value) =>
    Array.isArray(value) ? value.flatMap((item, index) => below(index, items(item))) : fault("It is no list.");
}

/** An object whose members are all of one form, whatever their names. */
export function record(members: Form): Form {
  return (value) =>
    isObject(value)
      ? Object.entries(value).flatMap(([key, member]) => below(key, members(member)))
      : fault("It is no object.");
}

/** An object with some members that must be there and some that may; what else it holds is not looked at. */
export function object(required: Members, optional: Members = {}): Form {
  return (value) => {
    if (!isObject(value)) return fault("It is no object.");
    const missing = Object.keys(required).filter((key) => !Object.hasOwn(value, key));
    return [
      ...(missing.length === 0 ? [] : fault(`It lacks ${missing.join(", ")}.`)),
      ...faultsOfMembers(value, { ...required, ...optional }),
    ];
  };
}

function faultsOfMembers(value: JsonObject, members: Members): Fault[] {
  return Object.entries(members).flatMap(([key, form]) =>
    Object.hasOwn(value, key) ? below(key, form(value[key])) : [],
  );
}
