import {
  type InterfaceDeclarationStructure,
  type PropertySignatureStructure,
  StructureKind,
  type TypeAliasDeclarationStructure,
} from "ts-morph";
import type { Event, Model, SourceFile } from "../../model.ts";
import { jsdoc, jsdocCode, sentence } from "../text/jsdoc.ts";
import { literal, member, typeImport } from "../text/typescript.ts";
import { alias } from "./alias.ts";
import { formerTypes } from "./former-types.ts";

/** The events: an alias for each and for its payload, the map by name, the map by family, and their unions. */
export function eventsFile(model: Model): SourceFile {
  return {
    kind: "source",
    path: "types/src/generated/events.ts",
    structure: {
      kind: StructureKind.SourceFile,
      statements: [
        typeImport("./openapi.ts", ["components"]),
        ...(model.events.every((event) => event.isEnvelopeRequired) ? [] : [delivered]),
        ...model.events.flatMap(eventAliases),
        ...formerTypes(
          model,
          model.events.flatMap(({ types }) => Object.values(types)),
        ),
        eventMap(model.events),
        alias("VoiceEventName", "keyof VoiceEventMap", "The name of an event on the wire."),
        alias("VoiceEvent", "VoiceEventMap[VoiceEventName]", "Any event. Narrows on `event.data.event_type`."),
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

function eventAliases(event: Event): TypeAliasDeclarationStructure[] {
  const { types, text, name } = event;
  const schema = `components["schemas"]${member(event.schema)}`;
  const [target, payload] = event.isEnvelopeRequired
    ? [schema, `${schema}["data"]["payload"]`]
    : [`Delivered<${schema}, ${literal(name)}>`, `${types.event}["data"]["payload"]`];
  return [
    alias(types.event, target, `The event ${jsdocCode(name)}. ${sentence(text.summary)}`, text.description),
    alias(types.payload, payload, `The payload of ${jsdocCode(name)}.`),
  ];
}

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
