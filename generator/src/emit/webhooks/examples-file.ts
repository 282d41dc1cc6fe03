import { StructureKind, VariableDeclarationKind } from "ts-morph";
import type { GeneratedFile, Model } from "../../model.ts";
import { typeImport } from "../text/typescript.ts";
import { valueText } from "./value-text.ts";

/** A whole delivery of each event, for `@telnyx-voice/webhooks/testing`. */
export function examplesFile(model: Model): GeneratedFile {
  const examples = Object.fromEntries(model.events.map(({ name, example }) => [name, example]));
  return {
    kind: "source",
    path: "webhooks/src/generated/event-examples.ts",
    structure: {
      kind: StructureKind.SourceFile,
      statements: [
        typeImport("@telnyx-voice/types/events", ["VoiceEventName"]),
        {
          kind: StructureKind.VariableStatement,
          isExported: true,
          declarationKind: VariableDeclarationKind.Const,
          docs: [{ description: "A delivery of each event, with every field." }],
          // Not the type of the event: a document may be odder than an example can be.
          declarations: [
            {
              name: "eventExamples",
              type: "Readonly<Record<VoiceEventName, unknown>>",
              initializer: valueText(examples),
            },
          ],
        },
      ],
    },
  };
}
