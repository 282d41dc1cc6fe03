import type { Diagnostic } from "./diagnostic.ts";
import { callbacksLeft } from "./lint/callbacks-left.ts";
import { compositions } from "./lint/compositions.ts";
import { correctionSources } from "./lint/correction-sources.ts";
import { discriminators } from "./lint/discriminators.ts";
import { enumValues } from "./lint/enum-values.ts";
import { errorCodes } from "./lint/error-codes.ts";
import { errorTexts } from "./lint/error-texts.ts";
import { eventEnvelopes } from "./lint/event-envelopes.ts";
import { eventNames } from "./lint/event-names.ts";
import { methodNames } from "./lint/method-names.ts";
import { occasions } from "./lint/occasions.ts";
import { operationIds } from "./lint/operation-ids.ts";
import { pagination } from "./lint/pagination.ts";
import { pathParameters } from "./lint/path-parameters.ts";
import { references } from "./lint/references.ts";
import { resourceTexts } from "./lint/resource-texts.ts";
import { texmlCallbacks } from "./lint/texml-callbacks.ts";
import { translations } from "./lint/translations.ts";
import { triggerFields } from "./lint/trigger-fields.ts";
import { typeNames } from "./lint/type-names.ts";
import { unusedNames } from "./lint/unused-names.ts";
import { unusedTriggers } from "./lint/unused-triggers.ts";
import { v1Events } from "./lint/v1-events.ts";
import { values } from "./lint/values.ts";
import type { Model } from "./model.ts";
import type { Specs } from "./specs.ts";

/** A rule looks at the whole model and at the specs it was made with, and gives what it finds. */
export type Rule = (model: Model, specs: Specs) => Iterable<Diagnostic>;

/** The rules, in the order in which their findings are printed. */
const rules: readonly Rule[] = [
  references,
  compositions,
  operationIds,
  methodNames,
  typeNames,
  eventNames,
  eventEnvelopes,
  discriminators,
  callbacksLeft,
  pathParameters,
  pagination,
  values,
  enumValues,
  correctionSources,
  unusedNames,
  unusedTriggers,
  texmlCallbacks,
  triggerFields,
  occasions,
  v1Events,
  errorCodes,
  errorTexts,
  resourceTexts,
  translations,
];

/** Checks a model against every rule. */
export function lint(model: Model, specs: Specs): Diagnostic[] {
  return rules.flatMap((rule) => [...rule(model, specs)]);
}
