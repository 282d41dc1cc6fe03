import { operationKey } from "../../document/openapi.ts";
import type { Content, Event, Family, Field, Model, Operation } from "../../model.ts";
import { codeSpan, markdown, markdownProse } from "../text/markdown.ts";
import { fieldTable } from "./field-table.ts";

/** The page of a family: its operations, then its events. Sections that would be empty are left out. */
export function familyPage(model: Model, family: Family): string {
  const operations = model.operations.filter((operation) => operation.family === family.name);
  const events = model.events.filter((event) => event.family === family.name);
  const sections = [
    `# ${markdown(family.title)}`,
    markdownProse(family.text.description ?? family.text.summary),
    ...(operations.length > 0
      ? ["## Operations", ...operations.map((operation) => operationSection(model, operation))]
      : []),
    ...(events.length > 0 ? ["## Events", ...events.map((event) => eventSection(model, event))] : []),
  ];
  return `${sections.filter((section) => section !== "").join("\n\n")}\n`;
}

function operationSection(model: Model, operation: Operation): string {
  const { accessor, text, deprecated, success } = operation;
  return join(
    `### ${text.summary === "" ? markdown(operation.id) : markdownProse(text.summary)}`,
    `${codeSpan(operationKey(operation.method, operation.path))} · ${codeSpan(`client.${accessor.join(".")}`)}`,
    deprecated ? "**Deprecated.**" : "",
    markdownProse(text.description ?? ""),
    fieldSection(model, "Path parameters", operation.pathParameters),
    fieldSection(model, "Query", operation.query),
    fieldSection(model, "Headers", operation.headers),
    ...(operation.body?.contents ?? []).map((content) => bodySection(model, content)),
    success.shape === undefined ? "" : shapeSection(model, `Response ${markdown(success.status)}`, success.shape),
    success.kind === "json"
      ? ""
      : `#### Response ${markdown(success.status)}\n\n${success.kind === "none" ? "No body." : `A file (${codeSpan(success.mediaType ?? "")}).`}`,
  );
}

function bodySection(model: Model, content: Content): string {
  return shapeSection(model, `Body (${codeSpan(content.mediaType)})`, content.shape);
}

function eventSection(model: Model, event: Event): string {
  return join(
    `### ${codeSpan(event.name)}`,
    event.text.summary === "" ? "" : markdownProse(`${event.text.summary}.`),
    markdownProse(event.text.description ?? ""),
    shapeSection(model, `Payload (${codeSpan("data.payload")})`, event.payload),
  );
}

function fieldSection(model: Model, title: string, fields: readonly Field[]): string {
  return fields.length === 0 ? "" : `#### ${title}\n\n${fieldTable(model, fields)}`;
}

function shapeSection(model: Model, title: string, shape: Field["shape"]): string {
  const root: Field = { name: "", required: true, deprecated: false, text: "", shape };
  return `#### ${title}\n\n${fieldTable(model, [root])}`;
}

function join(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("\n\n");
}
