import { StructureKind } from "ts-morph";
import type { GeneratedFile, Model } from "../../model.ts";

const texmlMaps = ["TexmlCallback", "TexmlCallbackKind", "TexmlCallbackMap", "TexmlRequestKind"];
const maps = ["VoiceEvent", "VoiceEventFamily", "VoiceEventFamilyMap", "VoiceEventMap", "VoiceEventName"];

/** The types of the events, their payloads and the TeXML callbacks, handed on from the package that owns them. */
export function eventTypesFile(model: Model): GeneratedFile {
  const own = model.events.flatMap(({ types }) => [types.event, types.payload]);
  const former = model.aliases.types.filter(({ target }) => own.includes(target)).map(({ name }) => name);
  const texml = model.texmlCallbacks.map(({ type }) => type);
  const names = [...maps, ...own, ...former, ...texmlMaps, ...texml].sort();
  return {
    kind: "source",
    path: "webhooks/src/generated/event-types.ts",
    structure: {
      kind: StructureKind.SourceFile,
      statements: [
        {
          kind: StructureKind.ExportDeclaration,
          isTypeOnly: true,
          moduleSpecifier: "@telnyx-voice/types",
          namedExports: (writer) => {
            for (const name of names) writer.newLineIfLastNot().write(`${name},`);
            writer.newLine();
          },
        },
      ],
    },
  };
}
