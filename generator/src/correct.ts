import { isDeepStrictEqual } from "node:util";
import { type Diagnostic, diagnose, type Result } from "./diagnostic.ts";
import { locate } from "./document/locate.ts";
import { isObject, type OpenApiDocument } from "./document/openapi.ts";
import { toPointer, valueAt } from "./document/pointer.ts";
import type { Correction, CorrectionAction } from "./specs.ts";

type Keys = readonly (string | number)[];

/**
 * Applies overlays (OpenAPI Overlay 1.0) to a contract: objects are merged, lists gain what they lack, other values are
 * replaced. An action whose target is gone, or that changes nothing, is a debt and says so.
 */
export function correct(contract: OpenApiDocument, corrections: readonly Correction[]): Result<OpenApiDocument> {
  const document = structuredClone(contract);
  const diagnostics: Diagnostic[] = [];
  for (const { file, actions } of corrections) {
    for (const [index, action] of actions.entries()) {
      const problem = apply(document, action);
      if (problem === undefined) continue;
      diagnostics.push(diagnose(problem.code, problem.message, { file, pointer: toPointer(["actions", index]) }));
    }
  }
  return { value: document, diagnostics };
}

/** Each place once, from the last to the first, so that removing an item does not move the ones still to come. */
function inReverse(places: readonly Keys[]): Keys[] {
  const distinct = [...new Map(places.map((keys) => [toPointer(keys), keys])).values()];
  return distinct.sort((left, right) => {
    const at = left.findIndex((key, index) => key !== right[index]);
    const [one, other] = [left[at], right[at]];
    return typeof one === "number" && typeof other === "number" ? other - one : 0;
  });
}

type Problem = { code: "correction-invalid" | "correction-unmatched" | "correction-unneeded"; message: string };

function apply(document: OpenApiDocument, action: CorrectionAction): Problem | undefined {
  const form = formProblem(action);
  if (form !== undefined) return { code: "correction-invalid", message: form };
  let targets: Keys[];
  try {
    targets = locate(document, action.target);
  } catch (error) {
    return {
      code: "correction-invalid",
      message: `The target ${action.target} is no JSONPath: ${(error as Error).message}`,
    };
  }
  if (targets.length === 0) return { code: "correction-unmatched", message: `Nothing is at ${action.target}.` };
  const changes = inReverse(targets).map((keys) =>
    (action.remove === true ? removeAt : updateAt)(document, keys, action.update),
  );
  if (changes.includes(true)) return undefined;
  return { code: "correction-unneeded", message: `The action on ${action.target} changes nothing.` };
}

function formProblem(action: CorrectionAction): string | undefined {
  if (!isObject(action) || typeof action.target !== "string") return "The action has no target.";
  if (typeof action.description !== "string" || action.description.trim() === "") {
    return `The action on ${action.target} has no description that gives the reason.`;
  }
  if ((action.remove === true) === (action.update !== undefined)) {
    return `The action on ${action.target} must have either \`update\` or \`remove: true\`.`;
  }
  return undefined;
}

function removeAt(document: object, keys: Keys): boolean {
  const last = keys.at(-1);
  const parent = valueAt(document, keys.slice(0, -1));
  if (last === undefined) return false;
  if (Array.isArray(parent)) return parent.splice(Number(last), 1).length > 0;
  return isObject(parent) && delete parent[last];
}

/** Merges the update into what the keys lead to; true where that made a difference. */
function updateAt(document: object, keys: Keys, update: unknown): boolean {
  const target = valueAt(document, keys);
  const merged = merge(target, structuredClone(update));
  if (merged === target) return false;
  const parent = valueAt(document, keys.slice(0, -1));
  const last = keys.at(-1);
  if (last === undefined) Object.assign(document, merged);
  else (parent as Record<string | number, unknown>)[last] = merged;
  return true;
}

/** What the update makes of a value: the value itself where that makes no difference. */
function merge(target: unknown, update: unknown): unknown {
  if (Array.isArray(target)) {
    const items = Array.isArray(update) ? update : [update];
    const lacking = items.filter((item) => !target.some((present) => isDeepStrictEqual(present, item)));
    return lacking.length === 0 ? target : [...target, ...lacking];
  }
  if (!isObject(target) || !isObject(update)) return update;
  const changed = Object.entries(update).flatMap(([key, value]): [string, unknown][] => {
    const result = Object.hasOwn(target, key) ? merge(target[key], value) : value;
    return Object.hasOwn(target, key) && result === target[key] ? [] : [[key, result]];
  });
  if (changed.length === 0) return target;
  const merged = { ...target };
  // Not assigned: a field may be called `__proto__`.
  for (const [key, value] of changed) {
    Object.defineProperty(merged, key, { value, enumerable: true, writable: true, configurable: true });
  }
  return merged;
}
