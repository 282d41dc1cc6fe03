import { either, integer, string, toldApart, type ValueCase, value } from "./value-case.ts";

/** Types, null, lists of values and alternatives. */
export const typeCases: readonly ValueCase[] = [
  value(
    string,
    { type: ["string", "null"] },
    "became-nullable | safe, compatible | breaking, breaking | {it} may be null",
    "became-not-nullable | breaking, breaking | safe, compatible | {it} may no longer be null",
  ),
  value(
    { ...string, enum: ["a"] },
    { type: ["string", "null"], enum: ["a", null] },
    "became-nullable | safe, compatible | breaking, breaking | {it} may be null",
    "became-not-nullable | breaking, breaking | safe, compatible | {it} may no longer be null",
  ),
  value(
    either("Phone", "Sip"),
    { oneOf: [...(either("Phone", "Sip").oneOf ?? []), { type: "null" }] },
    "became-nullable | safe, compatible | breaking, breaking | {it} may be null",
    "became-not-nullable | breaking, breaking | safe, compatible | {it} may no longer be null",
  ),
  value(
    string,
    { type: ["integer", "string"] },
    "type-widened | safe, compatible | breaking, breaking | {it} may be integer or string, where it was string",
    "type-narrowed | breaking, breaking | safe, breaking | {it} is string, where it might be integer or string",
  ),
  value(
    string,
    integer,
    "type-changed | breaking, breaking | breaking, breaking | {it} became integer, where it was string",
    "type-changed | breaking, breaking | breaking, breaking | {it} became string, where it was integer",
  ),
  value(
    string,
    {},
    "type-removed | safe, compatible | breaking, breaking | {it} may be anything, where it was string",
    "type-added | breaking, breaking | safe, compatible | {it} is string, where it might be anything",
  ),
  value(
    integer,
    { type: "number" },
    "number-widened | safe, compatible | dangerous, compatible | {it} may have a fraction: it became number, where it was integer",
    "number-narrowed | breaking, compatible | safe, compatible | {it} may have no fraction: it became integer, where it was number",
  ),
  value(
    { type: "array", items: string },
    { type: "array", items: integer },
    "type-changed | breaking, breaking | breaking, breaking | {it} became integer, where it was string",
    "type-changed | breaking, breaking | breaking, breaking | {it} became string, where it was integer",
    { path: "[]", keys: "/items", isIn: "both" },
  ),
  value(
    { ...string, enum: ["a"] },
    { ...string, enum: ["a", "b", "c"] },
    'enum-value-added | safe, compatible | dangerous, compatible | {it} may also be "b", "c"',
    'enum-value-removed | breaking, breaking | safe, breaking | {it} may no longer be "b", "c"',
  ),
  value(
    { ...string, const: "a" },
    { ...string, enum: ["a", "b"] },
    'enum-value-added | safe, compatible | dangerous, compatible | {it} may also be "b"',
    'enum-value-removed | breaking, breaking | safe, breaking | {it} may no longer be "b"',
  ),
  value(
    string,
    { ...string, enum: ["a", "b"] },
    'enum-added | breaking, breaking | safe, compatible | {it} may only be "a", "b"',
    'enum-removed | safe, compatible | dangerous, breaking | {it} may be something else than "a", "b"',
  ),
  value(
    { ...string, enum: ["a"] },
    { ...string, enum: ["a"], "x-open-enum": true },
    "enum-opened | safe, compatible | dangerous, breaking | {it} may be a value that is not listed",
    "enum-closed | breaking, breaking | safe, compatible | {it} may no longer be a value that is not listed",
  ),
  value(
    { ...string, enum: ["a"] },
    { anyOf: [{ ...string, enum: ["a"] }, string] },
    'enum-removed | safe, compatible | dangerous, breaking | {it} may be something else than "a"',
    'enum-added | breaking, breaking | safe, compatible | {it} may only be "a"',
  ),
  value(
    { ...string, enum: ["a"] },
    { ...string, oneOf: [{ const: "a" }, { const: "b" }] },
    'enum-value-added | safe, compatible | dangerous, compatible | {it} may also be "b"',
    'enum-value-removed | breaking, breaking | safe, breaking | {it} may no longer be "b"',
  ),
  value(
    string,
    { oneOf: [string, integer] },
    "type-widened | safe, compatible | breaking, breaking | {it} may be integer or string, where it was string",
    "type-narrowed | breaking, breaking | safe, breaking | {it} is string, where it might be integer or string",
  ),
  value(
    toldApart("kind", { phone: "Phone", sip: "Sip" }),
    toldApart("kind", { phone: "Phone", sip: "Sip", trunk: "Sip" }),
    'enum-value-added | safe, compatible | dangerous, compatible | {it} may also be kind "trunk"',
    'enum-value-removed | breaking, breaking | safe, breaking | {it} may no longer be kind "trunk"',
  ),
  value(
    either("Phone", "Sip"),
    either("Fax", "Phone", "Sip"),
    "alternative-added | safe, compatible | breaking, breaking | {it} may also be Fax",
    "alternative-removed | breaking, breaking | safe, breaking | {it} may no longer be Fax",
  ),
  value(
    either("Phone", "Sip"),
    { oneOf: [...(either("Phone", "Sip").oneOf ?? []), string] },
    "alternative-added | safe, compatible | breaking, breaking | {it} may also be string",
    "alternative-removed | breaking, breaking | safe, breaking | {it} may no longer be string",
  ),
  value(
    { $ref: "#/components/schemas/Phone" },
    either("Phone", "Sip"),
    "alternative-added | safe, compatible | breaking, breaking | {it} may also be Sip",
    "alternative-removed | breaking, breaking | safe, breaking | {it} may no longer be Sip",
  ),
  value(
    string,
    either("Phone", "Sip"),
    "type-changed | breaking, breaking | breaking, breaking | {it} became Phone or Sip, where it was string",
    "type-changed | breaking, breaking | breaking, breaking | {it} became string, where it was Phone or Sip",
  ),
  value(
    either("Phone", "Sip"),
    toldApart("kind"),
    "discriminator-added | safe, breaking | safe, breaking | the kinds of {it} are told apart by kind",
    "discriminator-removed | safe, breaking | safe, breaking | the kinds of {it} are no longer told apart by kind",
  ),
  value(
    toldApart("kind"),
    toldApart("sort"),
    "discriminator-changed | breaking, breaking | breaking, breaking | the kinds of {it} are told apart by sort, where it was by kind",
    "discriminator-changed | breaking, breaking | breaking, breaking | the kinds of {it} are told apart by kind, where it was by sort",
  ),
  value(
    toldApart("kind", { a: "Phone", b: "Sip" }),
    toldApart("kind", { a: "Sip", b: "Sip" }),
    "discriminator-changed | breaking, breaking | breaking, breaking | the kinds of {it} are told apart by a for Sip, where it was by a for Phone",
    "discriminator-changed | breaking, breaking | breaking, breaking | the kinds of {it} are told apart by a for Phone, where it was by a for Sip",
  ),
];
