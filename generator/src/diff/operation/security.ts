import type { OpenApiDocument, OperationObject } from "../../document/openapi.ts";
import type { Finding } from "../change.ts";
import { sorted } from "../sorted.ts";

type Security = OpenApiDocument["security"];

/** What the API as a whole asks of a request, and how its keys are sent. */
export function* security(base: OpenApiDocument, head: OpenApiDocument): Generator<Finding> {
  yield* compared(base.security, inNamesOf(base, head, head.security));
  const [before, after] = [base.components?.securitySchemes ?? {}, head.components?.securitySchemes ?? {}];
  for (const [name, scheme] of Object.entries(before)) {
    if (!Object.hasOwn(after, name) || textOfScheme(scheme) === textOfScheme(after[name])) continue;
    yield { kind: "security-scheme-changed", before: name, after: name };
  }
}

/** What an operation asks for itself; one that asks for nothing of its own has what the API has, and no change. */
export function* operationSecurity(
  base: OpenApiDocument,
  head: OpenApiDocument,
  one: OperationObject,
  other: OperationObject,
): Generator<Finding> {
  if (one.security === undefined && other.security === undefined) return;
  yield* compared(one.security ?? base.security, inNamesOf(base, head, other.security ?? head.security));
}

/** What the head asks for, by the names that the base has for the same schemes: they are not sent. */
function inNamesOf(base: OpenApiDocument, head: OpenApiDocument, security: Security): Security {
  const [before, after] = [base.components?.securitySchemes ?? {}, head.components?.securitySchemes ?? {}];
  const nameOf = (name: string) => {
    if (Object.hasOwn(before, name) || !Object.hasOwn(after, name)) return name;
    return Object.keys(before).find((other) => textOfScheme(before[other]) === textOfScheme(after[name])) ?? name;
  };
  return security?.map((way) =>
    Object.fromEntries(Object.entries(way).map(([name, scopes]) => [nameOf(name), scopes])),
  );
}

function textOfScheme(scheme: unknown): string {
  return JSON.stringify(sorted(scheme, true));
}

function* compared(base: Security, head: Security): Generator<Finding> {
  const [before, after] = [waysOf(base), waysOf(head)];
  const [isLooser, isTighter] = [isEnough(before, after), isEnough(after, before)];
  if (isLooser && isTighter) return;
  const kind = isLooser ? "security-loosened" : isTighter ? "security-tightened" : "security-changed";
  yield { kind, before: textOf(before), after: textOf(after) };
}

/**
 * The ways to be let in, each the names of schemes that are needed together, and their scopes; one of none where nothing is
 * asked.
 */
function waysOf(security: Security): readonly (readonly string[])[] {
  if (security === undefined || security.length === 0) return [[]];
  return security.map((way) =>
    Object.entries(way)
      .flatMap(([scheme, scopes]) => [scheme, ...[scopes].flat().map((scope) => `${scheme} for ${scope}`)])
      .sort(),
  );
}

/** True where whoever is let in one way on the one side is let in on the other. */
function isEnough(ways: readonly (readonly string[])[], others: readonly (readonly string[])[]): boolean {
  return ways.every((way) => others.some((other) => other.every((scheme) => way.includes(scheme))));
}

function textOf(ways: readonly (readonly string[])[]): string {
  return ways
    .map((way) => way.filter((scheme) => !way.some((other) => other.startsWith(`${scheme} for `))))
    .map((way) => way.join(" and ") || "nothing")
    .sort()
    .join(" or ");
}
