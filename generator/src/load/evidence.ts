import { isObject } from "../document/openapi.ts";
import { type Form, list, object, text } from "./form.ts";

const month = String.raw`\d{4}-(?:0[1-9]|1[0-2])`;
const sightings = new RegExp(String.raw`^(\d+) of ([1-9]\d*), (${month})(?: to (${month}))?$`);

/** How often something was seen, of how many deliveries, and when. */
const seen: Form = (value) => {
  const [, times, total, first = "", last = first] = typeof value === "string" ? (sightings.exec(value) ?? []) : [];
  if (total !== undefined && Number(times) <= Number(total) && first <= last) return [];
  return [{ keys: [], message: "It is not of the form `24 of 27, 2020-07 to 2026-08`." }];
};

const filled: Form = (value) =>
  typeof value === "string" && value.trim() === "" ? [{ keys: [], message: "It is an empty text." }] : text(value);

const kinds: Readonly<Record<string, Form>> = {
  delivery: object({ seen }, { note: filled }),
  page: object({ at: filled }),
  sdk: object({ at: filled }),
  document: object({ at: filled }),
  guess: object({ why: filled }),
};

const one: Form = (value) => {
  if (!isObject(value)) return [{ keys: [], message: "It is no object with a `kind`." }];
  const kind = String(value["kind"]);
  const form = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (form !== undefined) return form(value);
  return [{ keys: ["kind"], message: `It is none of ${Object.keys(kinds).join(", ")}.` }];
};

const several = list(one);

/** The form of a `source`: one piece of evidence, or a list of them that is not empty. */
export const evidence: Form = (value) => {
  if (!Array.isArray(value)) return one(value);
  return value.length === 0 ? [{ keys: [], message: "It is an empty list." }] : several(value);
};
