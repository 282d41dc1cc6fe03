import type { Direction } from "./change.ts";
import { type Judgement, type Verdict, verdictOf } from "./judgement.ts";

const breaks: Verdict = ["breaking", "breaking"];
const breaksWire: Verdict = ["breaking", "compatible"];
const breaksTypes: Verdict = ["safe", "breaking"];
const dangerous: Verdict = ["dangerous", "compatible"];
const dangerousBreaks: Verdict = ["dangerous", "breaking"];
const safe: Verdict = ["safe", "compatible"];
const docs: Verdict = ["docs", "compatible"];

/** What is received is judged alike in answers and in deliveries. */
function both(request: Verdict, received: Verdict, mirror: string, reason: string): Judgement {
  return { request, response: received, webhook: received, mirror, reason };
}

function sent(request: Verdict, mirror: string, reason: string): Judgement {
  return { request, mirror, reason };
}

function answered(response: Verdict, mirror: string, reason: string): Judgement {
  return { response, mirror, reason };
}

function received(verdict: Verdict, mirror: string, reason: string): Judgement {
  return { response: verdict, webhook: verdict, mirror, reason };
}

function any(verdict: Verdict, mirror: string, reason: string): Judgement {
  return { any: verdict, mirror, reason };
}

/**
 * Every kind of change, what it means, and why. A request is what the caller sends: less being accepted breaks it. An answer
 * and a delivery are what the caller receives: less being promised, or more being possible, breaks it.
 *
 * TypeScript that uses what has changed compiles as before where three things hold: what is received may stand where it
 * stood, what was sent is still taken, and what the types had a name for is still there, be it a method, a type, a key of
 * `paths` or `operations`, a value of a list or one of several kinds. Lists of values and unions of events that are received
 * may grow all the same, so that to leave out what is not known yet is the program's part.
 */
export const catalogue = {
  // The API
  "server-changed": any(breaksWire, "server-changed", "Requests go to another address."),
  "security-tightened": any(breaksWire, "security-loosened", "Requests that carried enough are refused."),
  "security-loosened": any(safe, "security-tightened", "What requests carry is still enough."),
  "security-changed": any(breaksWire, "security-changed", "Requests have to carry something else."),
  "security-scheme-changed": any(breaksWire, "security-scheme-changed", "Keys are sent another way."),

  // Operations
  "operation-removed": any(breaks, "operation-added", "Calls of it fail, and its method is gone."),
  "operation-added": any(safe, "operation-removed", "Nothing used it."),
  "operation-moved": any(
    breaks,
    "operation-moved",
    "Requests to the old path fail; the method leads to the new one, `paths` and `client.http` have the old one no more.",
  ),
  "operation-deprecated": any(safe, "operation-reinstated", "It still works; editors strike it through."),
  "operation-reinstated": any(safe, "operation-deprecated", "It is no longer on its way out."),
  "operation-sunset-changed": any(
    dangerous,
    "operation-sunset-changed",
    "The date from which it may fail has changed.",
  ),
  "operation-id-changed": any(breaksTypes, "operation-id-changed", "`operations` of the types is indexed by it."),
  "operation-family-changed": any(docs, "operation-family-changed", "It is documented on another page."),
  "operation-text-changed": any(docs, "operation-text-changed", "Only its description differs."),
  "method-renamed": any(breaksTypes, "method-renamed", "The client's method has another name."),
  "type-renamed": any(breaksTypes, "type-renamed", "Imports of the old name fail."),
  "pagination-changed": any(
    breaksWire,
    "pagination-changed",
    "Pages are walked another way, or their items stand elsewhere; the client's lists are walked as before.",
  ),
  "pagination-removed": any(breaks, "pagination-added", "The list has no further pages to walk to."),
  "pagination-added": any(safe, "pagination-removed", "The list can be walked, and awaited as before."),
  "arguments-moved": any(
    breaksTypes,
    "arguments-moved",
    "Methods take a body, else a query, before their options: where one comes or goes, what follows it moves.",
  ),
  "upload-changed": any(breaks, "upload-changed", "Other fields hold a file, which methods take in place of a text."),
  "answer-changed": any(breaks, "answer-changed", "Methods give the answer of another status or media type."),

  // Parameters
  "path-parameter-renamed": any(
    breaksTypes,
    "path-parameter-renamed",
    "Its name is not sent, and the method's argument goes by position; `paths` and `client.http` go by the name.",
  ),
  "parameter-removed": sent(
    dangerousBreaks,
    "parameter-added",
    "What is sent may be ignored or refused, and no longer compiles.",
  ),
  "parameter-added": sent(safe, "parameter-removed", "It may be left out."),
  "required-parameter-added": sent(breaks, "parameter-removed", "Requests without it are refused."),
  "parameter-became-required": sent(breaks, "parameter-became-optional", "Requests without it are refused."),
  "parameter-became-optional": sent(safe, "parameter-became-required", "It may still be sent."),
  "parameter-style-changed": sent(breaksWire, "parameter-style-changed", "It is written another way in the address."),

  // Bodies and answers
  "body-removed": sent(
    dangerousBreaks,
    "body-added",
    "What is sent may be ignored or refused, and no longer compiles.",
  ),
  "body-added": sent(safe, "body-removed", "It may be left out."),
  "required-body-added": sent(breaks, "body-removed", "Requests without it are refused."),
  "body-became-required": sent(breaks, "body-became-optional", "Requests without it are refused."),
  "body-became-optional": sent(safe, "body-became-required", "It may still be sent."),
  "media-type-removed": both(
    breaks,
    breaks,
    "media-type-added",
    "Whoever uses it has to change; `operations` has it no more.",
  ),
  "media-type-added": both(safe, safe, "media-type-removed", "The others remain."),
  "encoding-changed": sent(breaks, "encoding-changed", "The body that methods take is another one."),
  "success-status-removed": answered(breaks, "success-status-added", "Programs wait for an answer that does not come."),
  "success-status-added": answered(
    dangerous,
    "success-status-removed",
    "There is an answer that programs do not know.",
  ),
  "error-status-removed": answered(
    breaksTypes,
    "error-status-added",
    "An error that does not come needs no handling; `operations` has it no more.",
  ),
  "error-status-added": answered(safe, "error-status-removed", "Any status may come at any time."),
  "answer-became-empty": answered(breaks, "answer-became-content", "What was read is gone."),
  "answer-became-content": answered(
    breaksTypes,
    "answer-became-empty",
    "There is something to read; what a method gives is no longer `void`, as functions that return it may say.",
  ),
  "header-removed": received(breaks, "header-added", "What was read is gone."),
  "header-added": received(safe, "header-removed", "Nothing read it."),
  "header-renamed": both(
    breaksTypes,
    breaksTypes,
    "header-renamed",
    "Capitals and small letters are alike on the wire; the types go by the name as it is written.",
  ),
  "header-became-optional": received(breaks, "header-became-required", "An answer may lack it."),
  "header-became-required": received(safe, "header-became-optional", "An answer promises more."),

  // Events and types
  "event-removed": any(breaks, "event-added", "It is waited for in vain, and left the union."),
  "event-added": any(safe, "event-removed", "Programs that did not know it pass it by."),
  "event-key-changed": any(breaksTypes, "event-key-changed", "`webhooks` of the types is indexed by it."),
  "event-family-changed": any(breaksTypes, "event-family-changed", "The unions of both families have other members."),
  "event-text-changed": any(docs, "event-text-changed", "Only its description differs."),
  "schema-removed": any(breaksTypes, "schema-added", "Imports of its type fail."),
  "schema-added": any(safe, "schema-removed", "Nothing used it."),
  "schema-renamed": any(breaksTypes, "schema-renamed", "Imports of the old name fail; on the wire it has none."),
  "alias-removed": any(breaksTypes, "alias-added", "The former name no longer works."),
  "alias-added": any(safe, "alias-removed", "The former name works again, or still."),

  // Values
  "property-removed": both(
    dangerousBreaks,
    breaks,
    "property-added",
    "What is sent may be refused; what was read is gone.",
  ),
  "property-added": both(safe, safe, "property-removed", "Nothing used it."),
  "required-property-added": both(
    breaks,
    safe,
    "property-removed",
    "A request without it is refused; an answer has more.",
  ),
  "command-id-removed": both(
    dangerousBreaks,
    breaks,
    "command-id-added",
    "A repeated command is no longer recognised as one; what was read is gone.",
  ),
  "command-id-added": both(safe, safe, "command-id-removed", "Repeated commands are recognised."),
  "property-became-required": both(
    breaks,
    safe,
    "property-became-optional",
    "A request without it is refused; an answer promises more.",
  ),
  "property-became-optional": both(safe, breaks, "property-became-required", "An answer may lack it."),
  "became-nullable": both(safe, breaks, "became-not-nullable", "What is received may be null."),
  "became-not-nullable": both(breaks, safe, "became-nullable", "Null is no longer taken."),
  "type-widened": both(safe, breaks, "type-narrowed", "What is received may be of a type that nobody looked for."),
  "type-narrowed": both(
    breaks,
    breaksTypes,
    "type-widened",
    "What was sent may be of a type that is no longer taken; code for that type no longer compiles.",
  ),
  "type-added": both(breaks, safe, "type-removed", "What was sent may be of a type that is not taken."),
  "type-removed": both(safe, breaks, "type-added", "What is received may be of any type."),
  "type-changed": both(breaks, breaks, "type-changed", "Values of the one type are none of the other."),
  "number-widened": both(
    safe,
    dangerous,
    "number-narrowed",
    "What is received may have a fraction; in TypeScript both are numbers.",
  ),
  "number-narrowed": both(
    breaksWire,
    safe,
    "number-widened",
    "A fraction is no longer taken; in TypeScript both are numbers.",
  ),
  "enum-value-added": both(
    safe,
    dangerous,
    "enum-value-removed",
    "What is received may be a value that nobody looked for.",
  ),
  "enum-value-removed": both(
    breaks,
    breaksTypes,
    "enum-value-added",
    "The value is no longer taken; to compare with it no longer compiles.",
  ),
  "enum-added": both(breaks, safe, "enum-removed", "Other values are no longer taken."),
  "enum-removed": both(safe, dangerousBreaks, "enum-added", "What is received may be any value."),
  "enum-opened": both(safe, dangerousBreaks, "enum-closed", "What is received may be a value that is not listed."),
  "enum-closed": both(breaks, safe, "enum-opened", "Values that are not listed are no longer taken."),
  "format-changed": both(dangerous, dangerous, "format-changed", "The value is written in another form."),
  "format-added": both(dangerous, safe, "format-removed", "A text in another form may be refused."),
  "format-removed": both(safe, dangerous, "format-added", "What is received may be in another form."),
  "pattern-changed": both(
    dangerous,
    dangerous,
    "pattern-changed",
    "Whether one pattern is within the other is not decided here.",
  ),
  "pattern-added": both(breaksWire, safe, "pattern-removed", "A text that does not match is refused."),
  "pattern-removed": both(safe, dangerous, "pattern-added", "What is received may not match."),
  "limit-tightened": both(breaksWire, safe, "limit-loosened", "What is over the limit is refused."),
  "limit-loosened": both(safe, dangerous, "limit-tightened", "What is received may be more than there is room for."),
  "limit-changed": both(breaksWire, dangerous, "limit-changed", "Some values are taken no longer, others are new."),
  "constraint-changed": both(
    dangerous,
    dangerous,
    "constraint-changed",
    "Whether what one side takes is within what the other takes is not decided here.",
  ),
  "default-changed": both(dangerous, safe, "default-changed", "A request that leaves it out means something else."),
  "default-added": both(dangerous, safe, "default-removed", "A request that leaves it out may mean something else."),
  "default-removed": both(dangerous, safe, "default-added", "A request that leaves it out may mean something else."),
  "became-read-only": both(
    dangerousBreaks,
    safe,
    "became-not-read-only",
    "What is sent is ignored or refused; to assign to the field no longer compiles.",
  ),
  "became-not-read-only": both(safe, safe, "became-read-only", "It may be sent."),
  "became-write-only": both(safe, breaksWire, "became-not-write-only", "It is no longer received."),
  "became-not-write-only": both(safe, safe, "became-write-only", "It is received as well."),
  deprecated: both(safe, safe, "reinstated", "It still works; editors strike it through."),
  reinstated: both(safe, safe, "deprecated", "It is no longer on its way out."),
  "additional-properties-forbidden": both(
    breaksWire,
    safe,
    "additional-properties-allowed",
    "Fields that are not named are refused; the types had none of them, unless they were described.",
  ),
  "additional-properties-allowed": both(
    safe,
    dangerous,
    "additional-properties-forbidden",
    "Fields that are not named may come.",
  ),
  "additional-properties-removed": both(
    breaksTypes,
    dangerousBreaks,
    "additional-properties-added",
    "Fields by any name may still come; what they are like is not said.",
  ),
  "additional-properties-added": both(safe, safe, "additional-properties-removed", "Fields by any name are described."),
  "map-closed": both(breaks, breaksTypes, "map-opened", "Fields by any name are neither taken nor described."),
  "map-opened": both(safe, dangerous, "map-closed", "Fields by any name may come."),
  "alternative-added": both(
    safe,
    breaks,
    "alternative-removed",
    "What is received may be of a kind that nobody looked for.",
  ),
  "alternative-removed": both(
    breaks,
    breaksTypes,
    "alternative-added",
    "The kind is no longer taken; to look for it no longer compiles.",
  ),
  "discriminator-added": both(
    breaksTypes,
    breaksTypes,
    "discriminator-removed",
    "The field's type is what tells the kinds apart.",
  ),
  "discriminator-removed": both(
    breaksTypes,
    breaksTypes,
    "discriminator-added",
    "The field's type is that of each kind's own.",
  ),
  "discriminator-changed": both(
    breaks,
    breaks,
    "discriminator-changed",
    "Another field, or another value, tells the kinds apart.",
  ),
  "text-changed": both(docs, docs, "text-changed", "Only the description differs."),
} as const satisfies Readonly<Record<string, Judgement>>;

export type ChangeKind = keyof typeof catalogue;
export type { Judgement };

/** What a change means in a direction. A kind that cannot go that way is a mistake of the rule. */
export function judge(kind: ChangeKind, direction: Direction | undefined): Verdict {
  const verdict = verdictOf(catalogue[kind], direction);
  if (verdict === undefined) throw new Error(`The catalogue has no verdict on ${kind} of a ${direction ?? "thing"}.`);
  return verdict;
}
