import type { ErrorCodePlace } from "../../../model.ts";
import type { SkillSubject } from "./skill-subject.ts";

/** A code under a status, in the order of the codes. */
export interface FamilyCode {
  readonly code: string;
  readonly status: string;
  readonly text: ErrorCodePlace["text"];
}

/** The codes that operations of a family may answer with, each status of each once, less those that any operation has. */
export function familyCodes({ model, operations }: Pick<SkillSubject, "model" | "operations">): FamilyCode[] {
  const ids = new Set(operations.map(({ id }) => id));
  return model.errorCodes.flatMap(({ code, at }) => {
    const own = at.filter((place) => !place.isEvery && place.operations.some((id) => ids.has(id)));
    return [...new Map(own.map(({ status, text }) => [status, text]))].map(([status, text]) => ({
      code,
      status,
      text,
    }));
  });
}
