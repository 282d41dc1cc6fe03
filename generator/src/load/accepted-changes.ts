import { diagnose, type Outcome } from "../diagnostic.ts";
import { toPointer } from "../document/pointer.ts";
import type { Acceptance } from "../specs.ts";
import type { Fault } from "./form.ts";
import { forms } from "./forms.ts";
import type { SpecsFiles } from "./specs-files.ts";

const path = "accepted-changes.json";

/** Reads the changes that were accepted; none where there is no such file. */
export async function loadAcceptedChanges(files: SpecsFiles): Promise<Outcome<readonly Acceptance[]>> {
  const place = { file: `specs/${path}` };
  try {
    const text = await files.read(path);
    if (text === undefined) return { value: [], diagnostics: [] };
    const value: unknown = JSON.parse(text);
    const faults = faultsOf(value);
    const diagnostics = faults.map(({ keys, message }) =>
      diagnose("specs-invalid", message, { ...place, pointer: toPointer(keys) }),
    );
    return diagnostics.length > 0 ? { diagnostics } : { value: value as Acceptance[], diagnostics };
  } catch (error) {
    const reason = String((error as Error).message).split("\n")[0];
    return { diagnostics: [diagnose("specs-invalid", `It cannot be read (${reason}).`, place)] };
  }
}

function faultsOf(value: unknown): readonly Fault[] {
  const faults = forms.acceptedChanges(value);
  if (faults.length > 0) return faults;
  return (value as Acceptance[]).flatMap(({ pointer, owner, reason, by }, index): Fault[] => [
    ...(pointer === undefined && owner === undefined
      ? [{ keys: [index], message: "It does not say where the change is: it has no `pointer` and no `owner`." }]
      : []),
    ...(reason.trim() === "" ? [{ keys: [index, "reason"], message: "It gives no reason." }] : []),
    ...(by.trim() === "" ? [{ keys: [index, "by"], message: "It does not say who answers for it." }] : []),
  ]);
}
