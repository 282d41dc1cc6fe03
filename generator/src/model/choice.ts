import { isObject, type Schema } from "../document/openapi.ts";
import type { Choice, Field } from "../model.ts";

/**
 * Tells of each field that it is one of several of which one has to be there. Schemas say that as alternatives that require
 * a field each: in `oneOf`, where the others must be left out, or in `anyOf`.
 */
export function withChoices(fields: readonly Field[], schemas: readonly Schema[]): Field[] {
  const choices = schemas.flatMap((schema) => choiceOf(schema) ?? []);
  return fields.map((field) => {
    const choice = field.required ? undefined : choices.find(({ names }) => names.includes(field.name));
    return choice === undefined ? field : { ...field, choice };
  });
}

function choiceOf({ oneOf, anyOf }: Schema): Choice | undefined {
  const members: readonly unknown[] = oneOf ?? anyOf ?? [];
  const names = members.flatMap((member) =>
    isObject(member) && Array.isArray(member["required"]) ? [member["required"]] : [],
  );
  if (names.length < 2 || names.length < members.length || names.some((own) => own.length !== 1)) return undefined;
  return { names: names.flat(), isExclusive: oneOf !== undefined };
}
