import type { Schema } from "../../src/document/openapi.ts";
import { integer, object, string, type ValueCase, value } from "./value-case.ts";

/** Fields, and those that are not named. */
export const structureCases: readonly ValueCase[] = [
  value(
    object({ id: string }),
    object({ id: string, more: string }),
    "property-added | safe, compatible | safe, compatible | {it} was added",
    "property-removed | dangerous, breaking | breaking, breaking | {it} was removed",
    { path: ".more", keys: "/properties/more", isIn: "after" },
  ),
  value(
    object({ id: string, more: false as unknown as Schema }),
    object({ id: string, more: string }),
    "property-added | safe, compatible | safe, compatible | {it} was added",
    "property-removed | dangerous, breaking | breaking, breaking | {it} was removed",
    { path: ".more", keys: "/properties/more", isIn: "after" },
  ),
  value(
    object({ id: string }),
    object({ id: string }, { required: ["more"] }),
    "constraint-changed | dangerous, compatible | dangerous, compatible | {it} has another constraint: required",
    "constraint-changed | dangerous, compatible | dangerous, compatible | {it} has another constraint: required",
  ),
  value(
    object({ id: string }),
    object({ id: string, more: string }, { required: ["more"] }),
    "required-property-added | breaking, breaking | safe, compatible | {it} was added and is required",
    "property-removed | dangerous, breaking | breaking, breaking | {it} was removed",
    { path: ".more", keys: "/properties/more", isIn: "after" },
  ),
  value(
    object({ id: string }),
    object({ id: string, command_id: string }),
    "command-id-added | safe, compatible | safe, compatible | {it} was added",
    "command-id-removed | dangerous, breaking | breaking, breaking | {it} was removed",
    { path: ".command_id", keys: "/properties/command_id", isIn: "after" },
  ),
  value(
    object({ id: string }),
    object({ id: string }, { required: ["id"] }),
    "property-became-required | breaking, breaking | safe, compatible | {it} became required",
    "property-became-optional | safe, compatible | breaking, breaking | {it} became optional",
    { path: ".id", keys: "/properties/id", isIn: "both" },
  ),
  value(
    object({ id: string }),
    object({ id: integer }),
    "type-changed | breaking, breaking | breaking, breaking | {it} became integer, where it was string",
    "type-changed | breaking, breaking | breaking, breaking | {it} became string, where it was integer",
    { path: ".id", keys: "/properties/id", isIn: "both" },
  ),
  value(
    object({ id: string }),
    object({ id: string }, { additionalProperties: false }),
    "additional-properties-forbidden | breaking, compatible | safe, compatible | {it} may no longer have fields that are not named",
    "additional-properties-allowed | safe, compatible | dangerous, compatible | {it} may have fields that are not named",
  ),
  value(
    object({ id: string }),
    object({ id: string }, { additionalProperties: string }),
    "additional-properties-added | safe, compatible | safe, compatible | fields of {it} that are not named are described",
    "additional-properties-removed | safe, breaking | dangerous, breaking | fields of {it} that are not named are no longer described",
  ),
  value(
    object({ id: string }, { additionalProperties: string }),
    object({ id: string }, { additionalProperties: false }),
    "map-closed | breaking, breaking | safe, breaking | {it} may no longer have fields by any name",
    "map-opened | safe, compatible | dangerous, compatible | {it} may have fields by any name",
  ),
  value(
    { type: "object", additionalProperties: string },
    { type: "object", additionalProperties: integer },
    "type-changed | breaking, breaking | breaking, breaking | {it} became integer, where it was string",
    "type-changed | breaking, breaking | breaking, breaking | {it} became string, where it was integer",
    { path: ".*", keys: "/additionalProperties", isIn: "both" },
  ),
  value(
    object({ id: string }),
    object({ id: string }, { oneOf: [{ required: ["id"] }, { minProperties: 2 }] }),
    "constraint-changed | dangerous, compatible | dangerous, compatible | {it} has another constraint: oneOf",
    "constraint-changed | dangerous, compatible | dangerous, compatible | {it} has another constraint: oneOf",
  ),
  value(
    { type: "array", items: object({ id: string }) },
    { type: "array", items: object({ id: string }, { required: ["id"] }) },
    "property-became-required | breaking, breaking | safe, compatible | {it} became required",
    "property-became-optional | safe, compatible | breaking, breaking | {it} became optional",
    { path: "[].id", keys: "/items/properties/id", isIn: "both" },
  ),
];
