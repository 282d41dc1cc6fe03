import { StructureKind, VariableDeclarationKind } from "ts-morph";
import type { GeneratedFile, Model } from "../../model.ts";
import { literal, quotedName } from "../text/typescript.ts";
import { examplesFile } from "./examples-file.ts";
import { texmlConditionsFile } from "./texml-conditions-file.ts";
import { texmlExamplesFile } from "./texml-examples-file.ts";
import { v1NamesFile } from "./v1-names-file.ts";

/** What the handwritten part of the package does not know: the events' names, in API v1 too, and an example of each. */
export function emitWebhooks(model: Model): GeneratedFile[] {
  return [
    namesFile(model),
    v1NamesFile(model),
    examplesFile(model),
    texmlConditionsFile(model),
    texmlExamplesFile(model),
  ];
}

/** The names of the events as values, in one list and by family. */
function namesFile(model: Model): GeneratedFile {
  const families = model.families
    .map((family) => [family.name, model.events.filter((event) => event.family === family.name)] as const)
    .filter(([, events]) => events.length > 0);
  const names = model.events.map((event) => `${literal(event.name)},\n`).join("");
  const byFamily = families.map(
    ([family, events]) =>
      `${quotedName(family)}: [\n${events.map((event) => `${literal(event.name)},\n`).join("")}],\n`,
  );
  return {
    kind: "source",
    path: "webhooks/src/generated/event-names.ts",
    structure: {
      kind: StructureKind.SourceFile,
      statements: [
        constant("voiceEventNames", `[\n${names}]`, "The names of all events on the wire, sorted."),
        constant(
          "voiceEventNamesByFamily",
          `{\n${byFamily.join("")}}`,
          "The names of the events by the family that documents them.",
        ),
      ],
    },
  };
}

function constant(name: string, initializer: string, description: string) {
  return {
    kind: StructureKind.VariableStatement as const,
    isExported: true,
    declarationKind: VariableDeclarationKind.Const,
    docs: [{ description }],
    declarations: [{ name, initializer: `${initializer} as const` }],
  };
}
