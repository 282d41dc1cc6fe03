import { fileURLToPath } from "node:url";
import { assign } from "../../../src/assign.ts";
import { correct } from "../../../src/correct.ts";
import type { OpenApiDocument } from "../../../src/document/openapi.ts";
import { loadSpecs } from "../../../src/load/specs.ts";
import { buildModel } from "../../../src/model/build.ts";
import type { Model } from "../../../src/model.ts";
import type { Specs } from "../../../src/specs.ts";
import { word } from "../../../src/word.ts";
import type { Draft } from "../../small-specs.ts";

/** The specs of this repository, corrected and worded. */
export interface Contract {
  readonly specs: Specs;
  readonly document: OpenApiDocument;
}

/** Loads the specs of this repository. */
export async function loadContract(): Promise<Contract> {
  const { value: specs } = await loadSpecs(fileURLToPath(new URL("../../../../specs", import.meta.url)));
  const wording = specs?.wordings[0];
  if (specs === undefined || wording === undefined) throw new Error("There are no specs.");
  return { specs, document: word(correct(specs.contract, specs.corrections).value, wording, { upstream: {} }).value };
}

/** Builds the model of the contract after a change of it. */
export function modelOf({ specs, document }: Contract, change: (draft: Draft<Contract>) => void = () => {}): Model {
  const draft = structuredClone({ specs, document }) as Draft<Contract>;
  change(draft);
  const changed = draft as Contract;
  const assignment = assign(changed.document, changed.specs.slice);
  return buildModel(changed.document, assignment, changed.specs, changed.specs.wordings[0]).value;
}
