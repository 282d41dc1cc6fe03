import { integer, string, type ValueCase, value } from "./value-case.ts";

/** Keywords that came, went or changed. */
export const keywordCases: readonly ValueCase[] = [
  value(
    { ...string, format: "date" },
    { ...string, format: "date-time" },
    "format-changed | dangerous, compatible | dangerous, compatible | {it} has the format date-time, where it was date",
    "format-changed | dangerous, compatible | dangerous, compatible | {it} has the format date, where it was date-time",
  ),
  value(
    { type: "number", format: "double" },
    { type: "number", format: "float" },
    "format-changed | dangerous, compatible | dangerous, compatible | {it} has the format float, where it was double",
    "format-changed | dangerous, compatible | dangerous, compatible | {it} has the format double, where it was float",
  ),
  value(
    string,
    { ...string, format: "uuid" },
    "format-added | dangerous, compatible | safe, compatible | {it} has the format uuid",
    "format-removed | safe, compatible | dangerous, compatible | {it} no longer has the format uuid",
  ),
  value(
    { ...string, pattern: "^a" },
    { ...string, pattern: "^b" },
    "pattern-changed | dangerous, compatible | dangerous, compatible | {it} has the pattern ^b, where it was ^a",
    "pattern-changed | dangerous, compatible | dangerous, compatible | {it} has the pattern ^a, where it was ^b",
  ),
  value(
    string,
    { ...string, pattern: "^a" },
    "pattern-added | breaking, compatible | safe, compatible | {it} has the pattern ^a",
    "pattern-removed | safe, compatible | dangerous, compatible | {it} no longer has the pattern ^a",
  ),
  value(
    { ...string, default: "a" },
    { ...string, default: "b" },
    'default-changed | dangerous, compatible | safe, compatible | {it} is "b" by default, where it was "a"',
    'default-changed | dangerous, compatible | safe, compatible | {it} is "a" by default, where it was "b"',
  ),
  value(
    integer,
    { ...integer, default: 30 },
    "default-added | dangerous, compatible | safe, compatible | {it} is 30 by default",
    "default-removed | dangerous, compatible | safe, compatible | {it} is no longer 30 by default",
  ),
  value(
    string,
    { ...string, readOnly: true },
    "became-read-only | dangerous, breaking | safe, compatible | {it} is read-only",
    "became-not-read-only | safe, compatible | safe, compatible | {it} is no longer read-only",
  ),
  value(
    string,
    { ...string, writeOnly: true },
    "became-write-only | safe, compatible | breaking, compatible | {it} is write-only",
    "became-not-write-only | safe, compatible | safe, compatible | {it} is no longer write-only",
  ),
  value(
    string,
    { ...string, deprecated: true },
    "deprecated | safe, compatible | safe, compatible | {it} is deprecated",
    "reinstated | safe, compatible | safe, compatible | {it} is no longer deprecated",
  ),
  value(
    { ...string, description: "One" },
    { ...string, description: "Another" },
    "text-changed | docs, compatible | docs, compatible | {it} is described otherwise",
    "text-changed | docs, compatible | docs, compatible | {it} is described otherwise",
  ),
  value(
    string,
    { ...string, not: { enum: ["a"] } },
    "constraint-changed | dangerous, compatible | dangerous, compatible | {it} has another constraint: not",
    "constraint-changed | dangerous, compatible | dangerous, compatible | {it} has another constraint: not",
  ),
  value(
    { ...string, contentEncoding: "base64" },
    { ...string, contentEncoding: "base32" },
    "constraint-changed | dangerous, compatible | dangerous, compatible | {it} has another constraint: contentEncoding",
    "constraint-changed | dangerous, compatible | dangerous, compatible | {it} has another constraint: contentEncoding",
  ),
];
