import { assign } from "./assign.ts";
import { checkForm } from "./check-form.ts";
import { correct } from "./correct.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { mend } from "./mend.ts";
import { buildModel } from "./model/build.ts";
import { buildTexmlCallbacks } from "./model/texml-callbacks.ts";
import type { Model } from "./model.ts";
import { propose } from "./propose.ts";
import type { Names, Specs, Wording } from "./specs.ts";
import { word } from "./word.ts";

/** Runs a stage under a name, so that the command can tell how long it took. */
export type Stage = <T>(name: string, run: () => T) => T;

/** A model in one language. */
export interface WordedModel {
  readonly language: string;
  readonly model: Model;
}

/** The models of the specs: one a language, the first in English. */
export interface Models {
  readonly models: readonly [WordedModel, ...WordedModel[]];
  /** The names that they were made with: where it is lenient, proposed ones among them. */
  readonly names: Names;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The first half of the pipeline, which the diff has in common with `generate`: correct → check form → mend → word → model. Where words
 * do not matter, none are put in and none are missed.
 */
export function buildModels(specs: Specs, isLenient: boolean, stage: Stage, isWorded = true): Models {
  const corrected = stage("correct", () => correct(specs.contract, specs.corrections));
  const formed = checkForm(corrected.value);
  const mended = isLenient ? mend(formed.value) : { value: formed.value, diagnostics: [] };
  const document = mended.value;
  const names = isLenient ? propose(document, specs.names).names : specs.names;
  const assignment = assign(document, specs.slice);
  const build = (wording: Wording) => {
    const [first] = specs.wordings;
    const worded = isWorded
      ? word(document, wording, { ...(first && { wording: first }), upstream: specs.upstreamWording })
      : { value: document, diagnostics: [] };
    const errors = { ...first?.errors, ...wording.errors };
    const texml = buildTexmlCallbacks(
      specs.texml,
      isWorded ? { wording, ...(first && { fallback: first }) } : undefined,
    );
    const built = buildModel(worded.value, assignment, { ...specs, names }, { ...wording, errors }, texml.value);
    const diagnostics = [...worded.diagnostics, ...built.diagnostics, ...texml.diagnostics];
    return { language: wording.language, model: built.value, diagnostics };
  };
  const [wording = unworded, ...translations] = specs.wordings;
  const [main, ...others] = stage("model", () => [build(wording), ...translations.map(build)] as const);
  const diagnostics = [
    ...assignment.diagnostics,
    ...corrected.diagnostics,
    ...formed.diagnostics,
    ...mended.diagnostics,
    ...[main, ...others].flatMap((one) => one.diagnostics),
  ];
  return { models: [main, ...others], names, diagnostics };
}

/** English without a single text, where there is no wording at all. */
const unworded: Wording = { language: "en", families: {}, operations: {}, events: {}, glossary: {}, overrides: {} };
