import { fileNames } from "../../model/name.ts";
import type { ErrorCode, Event, FollowingEvent, Model, Operation } from "../../model.ts";
import type { Words } from "./words/words.ts";

/** The pages that stand beside those of the families, none of which has such a name. */
export const ownPages = {
  index: "index",
  errors: "errors",
  codes: "error-codes",
  texml: "texml-callbacks",
  changes: "api-changes",
} as const;

/** What the pages of a language know of one another. A place is `calls.md#operation-dial-call`. */
export interface Reference {
  readonly model: Model;
  readonly words: Words;
  /** The name of each family's page, by the family. */
  readonly pages: ReadonlyMap<string, string>;
  /** The place of each operation, by its id. */
  readonly operations: ReadonlyMap<string, string>;
  /** The place of each event, by its name on the wire. */
  readonly events: ReadonlyMap<string, string>;
  /** The place of each TeXML callback, by its kind. */
  readonly texml: ReadonlyMap<string, string>;
  /** The place of each body of an error, by its schema. */
  readonly errors: ReadonlyMap<string, string>;
  /** The place of each code that errors carry. */
  readonly codes: ReadonlyMap<string, string>;
  /** The codes that an operation may answer with and that not every operation has, by its id. */
  readonly ownCodes: ReadonlyMap<string, readonly OwnCode[]>;
  readonly eventsByName: ReadonlyMap<string, Event>;
  /** The operations that an event may follow from, by its name on the wire. */
  readonly triggers: ReadonlyMap<string, readonly Cause[]>;
}

/** An operation that an event may follow from, and the event as it follows from this one. */
export interface Cause {
  readonly operation: Operation;
  readonly following: FollowingEvent;
}

/** A code that some operations may answer with, under a status. */
export interface OwnCode {
  readonly code: ErrorCode;
  readonly place: ErrorCode["at"][number];
}

/** Gives every page its name, and every section that others lead to its place, which no language or wording changes. */
export function createReference(model: Model, words: Words): Reference {
  const own = Object.values(ownPages);
  const names = fileNames([...own, ...model.families.map(({ name }) => name)]).slice(own.length);
  const pages = new Map(model.families.map(({ name }, index) => [name, names[index] ?? ""]));
  const page = ({ family }: Operation | Event) => pages.get(family) ?? "";
  return {
    model,
    words,
    pages,
    operations: places("operation", model.operations, ({ id }) => id, page),
    events: places("event", model.events, ({ name }) => name, page),
    texml: places(
      "texml",
      model.texmlCallbacks,
      ({ kind }) => kind,
      () => ownPages.texml,
    ),
    errors: places("error", errorSchemas(model), String, () => ownPages.errors),
    codes: places(
      "code",
      model.errorCodes,
      ({ code }) => code,
      () => ownPages.codes,
    ),
    ownCodes: ownCodesOf(model),
    eventsByName: new Map(model.events.map((event) => [event.name, event])),
    triggers: triggersOf(model),
  };
}

/** The id of a section whose place it is. */
export function anchorOf(place: string): string {
  return place.slice(place.indexOf("#") + 1);
}

function places<Item>(
  kind: string,
  items: readonly Item[],
  nameOf: (item: Item) => string,
  pageOf: (item: Item) => string,
): ReadonlyMap<string, string> {
  const ids = fileNames(items.map((item) => `${kind}-${nameOf(item)}`));
  return new Map(items.map((item, index) => [nameOf(item), `${pageOf(item)}.md#${ids[index]}`]));
}

/** The component schemas that are the bodies of errors, by name. */
function errorSchemas({ operations }: Model): string[] {
  const shapes = operations.flatMap(({ errors }) => errors.map(({ shape }) => shape));
  return [...new Set(shapes.flatMap((shape) => (shape?.kind === "named" ? [shape.name] : [])))].sort();
}

function ownCodesOf({ errorCodes }: Model): ReadonlyMap<string, readonly OwnCode[]> {
  const codes = new Map<string, OwnCode[]>();
  for (const code of errorCodes) {
    for (const place of code.at.filter(({ isEvery }) => !isEvery)) {
      for (const id of place.operations) codes.set(id, [...(codes.get(id) ?? []), { code, place }]);
    }
  }
  return codes;
}

function triggersOf({ operations }: Model): ReadonlyMap<string, readonly Cause[]> {
  const triggers = new Map<string, Cause[]>();
  for (const operation of operations) {
    for (const following of eachOnce(operation.events)) {
      triggers.set(following.name, [...(triggers.get(following.name) ?? []), { operation, following }]);
    }
  }
  return triggers;
}

/** The events that follow from an operation, less those that stand there a second time. */
export function eachOnce(events: Operation["events"]): FollowingEvent[] {
  return events.filter(({ name }, index) => events.findIndex((event) => event.name === name) === index);
}
