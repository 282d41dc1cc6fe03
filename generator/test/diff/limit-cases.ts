import { integer, string, type ValueCase, value } from "./value-case.ts";

/** Limits that were set, lifted or moved. */
export const limitCases: readonly ValueCase[] = [
  value(
    { ...string },
    { ...string, maxLength: 20 },
    "limit-tightened | breaking, compatible | safe, compatible | {it} has a tighter limit: maxLength 20, where it was no maxLength",
    "limit-loosened | safe, compatible | dangerous, compatible | {it} has a looser limit: no maxLength, where it was maxLength 20",
  ),
  value(
    { ...string, maxLength: 20 },
    { ...string, maxLength: 10 },
    "limit-tightened | breaking, compatible | safe, compatible | {it} has a tighter limit: maxLength 10, where it was maxLength 20",
    "limit-loosened | safe, compatible | dangerous, compatible | {it} has a looser limit: maxLength 20, where it was maxLength 10",
  ),
  value(
    { ...string },
    { ...string, minLength: 1 },
    "limit-tightened | breaking, compatible | safe, compatible | {it} has a tighter limit: minLength 1, where it was no minLength",
    "limit-loosened | safe, compatible | dangerous, compatible | {it} has a looser limit: no minLength, where it was minLength 1",
  ),
  value(
    { ...string, minLength: 1 },
    { ...string, minLength: 2 },
    "limit-tightened | breaking, compatible | safe, compatible | {it} has a tighter limit: minLength 2, where it was minLength 1",
    "limit-loosened | safe, compatible | dangerous, compatible | {it} has a looser limit: minLength 1, where it was minLength 2",
  ),
  value(
    { ...integer },
    { ...integer, maximum: 9 },
    "limit-tightened | breaking, compatible | safe, compatible | {it} has a tighter limit: maximum 9, where it was no maximum",
    "limit-loosened | safe, compatible | dangerous, compatible | {it} has a looser limit: no maximum, where it was maximum 9",
  ),
  value(
    { ...integer, maximum: 9 },
    { ...integer, maximum: 8 },
    "limit-tightened | breaking, compatible | safe, compatible | {it} has a tighter limit: maximum 8, where it was maximum 9",
    "limit-loosened | safe, compatible | dangerous, compatible | {it} has a looser limit: maximum 9, where it was maximum 8",
  ),
  value(
    { ...integer },
    { ...integer, exclusiveMaximum: 9 },
    "limit-tightened | breaking, compatible | safe, compatible | {it} has a tighter limit: exclusiveMaximum 9, where it was no exclusiveMaximum",
    "limit-loosened | safe, compatible | dangerous, compatible | {it} has a looser limit: no exclusiveMaximum, where it was exclusiveMaximum 9",
  ),
  value(
    { ...integer, exclusiveMaximum: 9 },
    { ...integer, exclusiveMaximum: 8 },
    "limit-tightened | breaking, compatible | safe, compatible | {it} has a tighter limit: exclusiveMaximum 8, where it was exclusiveMaximum 9",
    "limit-loosened | safe, compatible | dangerous, compatible | {it} has a looser limit: exclusiveMaximum 9, where it was exclusiveMaximum 8",
  ),
  value(
    { ...integer },
    { ...integer, minimum: -1 },
    "limit-tightened | breaking, compatible | safe, compatible | {it} has a tighter limit: minimum -1, where it was no minimum",
    "limit-loosened | safe, compatible | dangerous, compatible | {it} has a looser limit: no minimum, where it was minimum -1",
  ),
  value(
    { ...integer, minimum: -1 },
    { ...integer, minimum: 0 },
    "limit-tightened | breaking, compatible | safe, compatible | {it} has a tighter limit: minimum 0, where it was minimum -1",
    "limit-loosened | safe, compatible | dangerous, compatible | {it} has a looser limit: minimum -1, where it was minimum 0",
  ),
  value(
    { ...integer },
    { ...integer, exclusiveMinimum: -1 },
    "limit-tightened | breaking, compatible | safe, compatible | {it} has a tighter limit: exclusiveMinimum -1, where it was no exclusiveMinimum",
    "limit-loosened | safe, compatible | dangerous, compatible | {it} has a looser limit: no exclusiveMinimum, where it was exclusiveMinimum -1",
  ),
  value(
    { ...integer, exclusiveMinimum: 1 },
    { ...integer, exclusiveMinimum: 2 },
    "limit-tightened | breaking, compatible | safe, compatible | {it} has a tighter limit: exclusiveMinimum 2, where it was exclusiveMinimum 1",
    "limit-loosened | safe, compatible | dangerous, compatible | {it} has a looser limit: exclusiveMinimum 1, where it was exclusiveMinimum 2",
  ),
  value(
    { type: "array", items: string },
    { type: "array", items: string, maxItems: 3 },
    "limit-tightened | breaking, compatible | safe, compatible | {it} has a tighter limit: maxItems 3, where it was no maxItems",
    "limit-loosened | safe, compatible | dangerous, compatible | {it} has a looser limit: no maxItems, where it was maxItems 3",
  ),
  value(
    { type: "array", items: string, maxItems: 3 },
    { type: "array", items: string, maxItems: 2 },
    "limit-tightened | breaking, compatible | safe, compatible | {it} has a tighter limit: maxItems 2, where it was maxItems 3",
    "limit-loosened | safe, compatible | dangerous, compatible | {it} has a looser limit: maxItems 3, where it was maxItems 2",
  ),
  value(
    { type: "array", items: string },
    { type: "array", items: string, minItems: 1 },
    "limit-tightened | breaking, compatible | safe, compatible | {it} has a tighter limit: minItems 1, where it was no minItems",
    "limit-loosened | safe, compatible | dangerous, compatible | {it} has a looser limit: no minItems, where it was minItems 1",
  ),
  value(
    { type: "array", items: string, minItems: 1 },
    { type: "array", items: string, minItems: 2 },
    "limit-tightened | breaking, compatible | safe, compatible | {it} has a tighter limit: minItems 2, where it was minItems 1",
    "limit-loosened | safe, compatible | dangerous, compatible | {it} has a looser limit: minItems 1, where it was minItems 2",
  ),
  value(
    { type: "array", items: string },
    { type: "array", items: string, uniqueItems: true },
    "limit-tightened | breaking, compatible | safe, compatible | {it} has a tighter limit: uniqueItems, where it was no uniqueItems",
    "limit-loosened | safe, compatible | dangerous, compatible | {it} has a looser limit: no uniqueItems, where it was uniqueItems",
  ),
  value(
    { type: "object" },
    { type: "object", maxProperties: 3 },
    "limit-tightened | breaking, compatible | safe, compatible | {it} has a tighter limit: maxProperties 3, where it was no maxProperties",
    "limit-loosened | safe, compatible | dangerous, compatible | {it} has a looser limit: no maxProperties, where it was maxProperties 3",
  ),
  value(
    { type: "object" },
    { type: "object", minProperties: 1 },
    "limit-tightened | breaking, compatible | safe, compatible | {it} has a tighter limit: minProperties 1, where it was no minProperties",
    "limit-loosened | safe, compatible | dangerous, compatible | {it} has a looser limit: no minProperties, where it was minProperties 1",
  ),
  value(
    { ...integer },
    { ...integer, multipleOf: 5 },
    "limit-tightened | breaking, compatible | safe, compatible | {it} has a tighter limit: multipleOf 5, where it was no multipleOf",
    "limit-loosened | safe, compatible | dangerous, compatible | {it} has a looser limit: no multipleOf, where it was multipleOf 5",
  ),
  value(
    { ...integer, multipleOf: 5 },
    { ...integer, multipleOf: 10 },
    "limit-tightened | breaking, compatible | safe, compatible | {it} has a tighter limit: multipleOf 10, where it was multipleOf 5",
    "limit-loosened | safe, compatible | dangerous, compatible | {it} has a looser limit: multipleOf 5, where it was multipleOf 10",
  ),
  value(
    { ...integer, multipleOf: 2 },
    { ...integer, multipleOf: 3 },
    "limit-changed | breaking, compatible | dangerous, compatible | {it} has another limit: multipleOf 3, where it was multipleOf 2",
    "limit-changed | breaking, compatible | dangerous, compatible | {it} has another limit: multipleOf 2, where it was multipleOf 3",
  ),
];
