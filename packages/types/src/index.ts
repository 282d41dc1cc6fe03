/**
 * Types of the Telnyx voice API, generated from its OpenAPI document. Everything here is a type: nothing of this package
 * is left at run time.
 *
 * @module
 */
export type { Contract } from "./generated/contract.ts";
export type { ErrorCode } from "./generated/error-codes.ts";
export type * from "./generated/events.ts";
export type { components, operations, paths, webhooks } from "./generated/openapi.ts";
export type * from "./generated/operations.ts";
export type * from "./generated/schemas.ts";
export type * from "./generated/texml-callbacks.ts";
