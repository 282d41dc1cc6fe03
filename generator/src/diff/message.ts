import type { ChangeKind } from "./catalogue.ts";
import type { Finding } from "./change.ts";

/** Says in a sentence what changed. */
export function messageOf({ kind, before, after }: Finding, path: string): string {
  const subject = path === "" ? subjectOf(kind) : `\`${path}\``;
  const verb = verbs[kind] ?? kind.replaceAll("-", " ");
  const sides = [before && `from ${before}`, after && `to ${after}`].filter(Boolean).join(" ");
  const values = before ?? after;
  if (before !== undefined && after !== undefined) return `${subject} ${verb} ${sides}`;
  return values === undefined ? `${subject} ${verb}` : `${subject} ${verb}: ${values}`;
}

/** What a change without a path is about: the first word of its kind, mostly. */
function subjectOf(kind: ChangeKind): string {
  if (/^(became|type|number|enum|format|pattern|limit|default|deprecated|reinstated|alternative|text)/.test(kind)) {
    return kind === "type-renamed" ? "the type" : "the value";
  }
  return `the ${/^(success-status|error-status|media-type|path-parameter|operation|event|schema|security|server|body|answer|header|method|pagination|command-id|encoding|arguments|upload|alias|discriminator|additional-properties|parameter)/.exec(kind)?.[0].replaceAll("-", " ") ?? "value"}`;
}

const verbs: Partial<Record<ChangeKind, string>> = {
  "server-changed": "changed",
  "operation-moved": "moved",
  "operation-deprecated": "is deprecated",
  "operation-reinstated": "is no longer deprecated",
  "operation-id-changed": "has another operationId:",
  "operation-family-changed": "went",
  "operation-text-changed": "is described otherwise",
  "event-text-changed": "is described otherwise",
  "event-key-changed": "has another key:",
  "event-family-changed": "went",
  "text-changed": "is described otherwise",
  "method-renamed": "was renamed",
  "type-renamed": "was renamed",
  "schema-renamed": "was renamed",
  "alias-removed": "was removed",
  "alias-added": "was added",
  "pagination-changed": "changed",
  "pagination-added": "was added",
  "pagination-removed": "was removed",
  "arguments-moved": "before the options changed",
  "upload-changed": "are others,",
  "answer-changed": "that methods give is another one,",
  "path-parameter-renamed": "was renamed",
  "command-id-added": "is taken",
  "command-id-removed": "is no longer taken",
  "operation-removed": "was removed",
  "operation-added": "was added",
  "event-removed": "was removed",
  "event-added": "was added",
  "schema-removed": "was removed",
  "schema-added": "was added",
  "property-removed": "was removed",
  "property-added": "was added",
  "required-property-added": "was added and is required",
  "property-became-required": "became required",
  "property-became-optional": "became optional",
  "parameter-removed": "was removed",
  "parameter-added": "was added",
  "required-parameter-added": "was added and is required",
  "parameter-became-required": "became required",
  "parameter-became-optional": "became optional",
  "parameter-style-changed": "is written otherwise,",
  "body-removed": "was removed",
  "body-added": "was added",
  "required-body-added": "was added and is required",
  "type-added": "has a type",
  "type-removed": "has no type any more",
  "type-widened": "was widened",
  "type-narrowed": "was narrowed",
  "type-changed": "changed",
  "number-widened": "was widened",
  "number-narrowed": "was narrowed",
  "enum-value-added": "has new values",
  "enum-value-removed": "lost values",
  "enum-added": "is limited to a list of values now",
  "enum-removed": "is no longer limited to a list of values",
  "enum-opened": "takes values that are not listed",
  "enum-closed": "takes no values but those listed",
  "format-changed": "has another format:",
  "format-added": "has a format",
  "format-removed": "has no format any more",
  "pattern-changed": "has another pattern:",
  "pattern-added": "has a pattern",
  "pattern-removed": "has no pattern any more",
  "limit-tightened": "has a tighter limit,",
  "limit-loosened": "has a looser limit,",
  "default-changed": "has another default:",
  "default-added": "has a default",
  "default-removed": "has no default any more",
  deprecated: "is deprecated",
  reinstated: "is no longer deprecated",
  "alternative-added": "may be of a further kind",
  "alternative-removed": "may no longer be of a kind",
  "media-type-added": "was added",
  "media-type-removed": "was removed",
  "success-status-added": "was added",
  "success-status-removed": "was removed",
  "error-status-added": "was added",
  "error-status-removed": "was removed",
  "security-added": "is required",
  "security-removed": "is no longer required",
  "header-added": "was added",
  "header-removed": "was removed",
};
