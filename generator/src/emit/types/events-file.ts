import {
  type InterfaceDeclarationStructure,
  type PropertySignatureStructure,
  StructureKind,
  type TypeAliasDeclarationStructure,
} from "ts-morph";
import type { Event, Model, SourceFile } from "../../model.ts";
import { jsdoc, jsdocCode } from "../text/jsdoc.ts";
import { literal } from "../text/typescript.ts";
import { alias } from "./alias.ts";
import { declarations } from "./declarations.ts";
import type { DeclaredTypes } from "./declare-types.ts";

/** The events, their payloads and all that these consist of; the maps by name, by the first part of it and by family. */
export function eventsFile(model: Model, declared: DeclaredTypes): SourceFile {
  return {
    kind: "source",
    path: "types/src/generated/events.ts",
    structure: {
      kind: StructureKind.SourceFile,
      statements: [
        ...declarations(model, declared, "events"),
        ...(model.events.every((event) => event.isEnvelopeRequired) ? [] : [delivered]),
        eventMap(model.events),
        alias("VoiceEventName", "keyof VoiceEventMap", "The name of an event on the wire."),
        alias("VoiceEvent", "VoiceEventMap[VoiceEventName]", "Any event. Narrows on `event.data.event_type`."),
        wildcardMap(model.events),
        alias(
          "VoiceEventWildcard",
          "keyof VoiceEventWildcardMap",
          "What stands for all events whose names begin alike.",
        ),
        familyMap(model),
        alias("VoiceEventFamily", "keyof VoiceEventFamilyMap", "A family that has events."),
      ],
    },
  };
}

/** What the wire always has, for the schemas that leave it open. */
const delivered: TypeAliasDeclarationStructure = {
  kind: StructureKind.TypeAlias,
  name: "Delivered",
  typeParameters: ["Event extends { data?: { payload?: unknown } }", "Name extends string"],
  type: `Event & {
    data: { event_type: Name; id: string; payload: NonNullable<NonNullable<Event["data"]>["payload"]> };
    meta?: { attempt?: number; delivered_to?: string };
  }`,
  docs: [
    { description: "An event in the envelope in which all are delivered, though its schema does not require it." },
  ],
};

function eventMap(events: readonly Event[]): InterfaceDeclarationStructure {
  return {
    kind: StructureKind.Interface,
    name: "VoiceEventMap",
    isExported: true,
    docs: [{ description: "The events by their name on the wire." }],
    properties: events.map(
      (event): PropertySignatureStructure => ({
        kind: StructureKind.PropertySignature,
        name: literal(event.name),
        type: event.types.event,
        ...(event.text.summary === "" ? {} : { docs: [{ description: jsdoc(event.text.summary) }] }),
      }),
    ),
  };
}

/** The events whose names have several parts, by the first of them. */
function wildcardMap(events: readonly Event[]): InterfaceDeclarationStructure {
  const byPart = new Map<string, string[]>();
  for (const { name, types } of events) {
    const [first = "", ...others] = name.split(".");
    if (others.length > 0) byPart.set(first, [...(byPart.get(first) ?? []), types.event]);
  }
  return {
    kind: StructureKind.Interface,
    name: "VoiceEventWildcardMap",
    isExported: true,
    docs: [{ description: "The events by the first part of their names, with a star for the others." }],
    properties: [...byPart].map(
      ([first, types]): PropertySignatureStructure => ({
        kind: StructureKind.PropertySignature,
        name: literal(`${first}.*`),
        type: types.join(" | "),
        docs: [{ description: `Any event whose name begins with ${jsdocCode(`${first}.`)}.` }],
      }),
    ),
  };
}

function familyMap(model: Model): InterfaceDeclarationStructure {
  const families = model.families
    .map((family) => ({ family, events: model.events.filter((event) => event.family === family.name) }))
    .filter(({ events }) => events.length > 0);
  return {
    kind: StructureKind.Interface,
    name: "VoiceEventFamilyMap",
    isExported: true,
    docs: [{ description: "The events by the family that documents them." }],
    properties: families.map(
      ({ family, events }): PropertySignatureStructure => ({
        kind: StructureKind.PropertySignature,
        name: literal(family.name),
        type: events.map((event) => event.types.event).join(" | "),
        ...(family.text.summary === "" ? {} : { docs: [{ description: jsdoc(family.text.summary) }] }),
      }),
    ),
  };
}
