import type { OperationObject, Parameter, PathItem, Schema } from "../../src/document/openapi.ts";
import { leaf, prose, to } from "./parts.ts";

/** Without what would begin or end a parameter in a path. */
const plain = (text: string) => text.replace(/[{}]/g, "");

/** The paths that a payload makes, with every way to send and to answer among them. */
export function pathsOf(text: string, index: number): [string, PathItem][] {
  const shown = { description: text, example: oddValue(text, index), schema: leaf(text) };
  const inPath: Parameter = { name: plain(text), in: "path", required: true, ...shown };
  return [
    [`/${text}`, { get: getOf(text) }],
    [`/${text}/${index}`, { put: putOf(text, index) }],
    [`/p${index}/{${plain(text)}}`, { parameters: [inPath], delete: deleteOf(text, index) }],
    [`/p${index}/{${plain(text)}}/actions/${text}`, { parameters: [inPath], post: postOf(text, index) }],
    [`/p${index}/pages`, { get: pagesOf(text, index) }],
    [`/p${index}/files`, { post: filesOf(text, index) }],
  ];
}

/** An example of any type but the one that is wanted. */
function oddValue(text: string, index: number): unknown {
  const values: unknown[] = [
    { [text]: [text] },
    text,
    [text, { [text]: null }],
    index,
    { toString: text, valueOf: text },
    null,
    true,
  ];
  return values[index % values.length];
}

/** An operation that is called as the payload is, and answers with a hostile status. */
function getOf(text: string): OperationObject {
  const schema = { type: "array", items: to(text) };
  const success = { description: text, content: { "application/json": { schema, example: text } } };
  return {
    operationId: text,
    ...prose(text),
    parameters: (["query", "header", "cookie"] as const).map((place) => ({
      name: text,
      in: place,
      description: text,
      example: text,
      schema: leaf(text),
    })),
    responses: { [`2${text}`]: success, [text]: success },
  };
}

/** An operation with hostile media types. */
function putOf(text: string, index: number): OperationObject {
  return {
    operationId: `${text} put ${index}`,
    ...prose(text),
    requestBody: { description: text, content: { [text]: { schema: to(text) }, [`multipart/${text}`]: {} } },
    responses: { "200": { description: text, content: { [text]: { schema: to(text) } } } },
  };
}

/** An operation with nothing but the parameter of its path. */
function deleteOf(text: string, index: number): OperationObject {
  return { operationId: `${index} delete ${text}`, ...prose(text), responses: { "204": { description: text } } };
}

function postOf(text: string, index: number): OperationObject {
  return {
    operationId: `${index} post ${text}`,
    ...prose(text),
    deprecated: true,
    requestBody: {
      required: true,
      content: { "application/json": { schema: to(text), example: oddValue(text, index) } },
    },
    responses: {
      "201": {
        description: text,
        headers: { [text]: { description: text, schema: leaf(text) } },
        content: { "application/json": { schema: to(`${text} union ${index}`) } },
      },
    },
  };
}

/** An operation whose answer is a list in a hostile field, walked in each of the ways. */
function pagesOf(text: string, index: number): OperationObject {
  const meta = (properties: Record<string, Schema>): Schema => ({ type: "object", properties });
  const ways: Record<string, Schema>[] = [
    { meta: meta({ page_number: {}, total_pages: {} }) },
    { meta: meta({ cursors: { type: "object" } }) },
    { next_page_uri: { type: "string" } },
  ];
  const schema: Schema = {
    type: "object",
    properties: { ...ways[index % ways.length], [text]: { type: "array", items: to(text) } },
  };
  const success = { description: text, content: { "application/json": { schema } } };
  return { operationId: `${index} pages ${text}`, ...prose(text), responses: { "200": success } };
}

/** An operation that takes a file in a hostile field, beside JSON or alone. */
function filesOf(text: string, index: number): OperationObject {
  const file: Schema = { type: "string", format: "binary" };
  const schema: Schema = { type: "object", required: [text], properties: { [text]: file } };
  const json = index % 2 === 0 ? {} : { "application/json": { schema: to(text) } };
  const requestBody = { content: { ...json, [`multipart/${text}`]: { schema } } };
  return {
    operationId: `${index} files ${text}`,
    ...prose(text),
    requestBody,
    responses: { "200": { description: text } },
  };
}
