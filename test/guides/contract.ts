import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema?: object }>>;
}

interface Operation {
  readonly operationId: string;
  readonly requestBody?: Content | { readonly $ref: string };
  readonly responses: Readonly<Record<string, Content | { readonly $ref: string }>>;
}

const documentFile = createRequire(import.meta.url).resolve("@telnyx-voice/types/openapi.json");
const document: { readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>> } = JSON.parse(
  readFileSync(documentFile, "utf8"),
);
const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true });
(addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
ajv.addFormat("iso-8601", true).addFormat("url", true).addSchema(document, "contract");
/** Kept, since to compile one takes as long as a thousand uses of it. */
const validators = new Map<string, ReturnType<typeof ajv.compile>>();

/** The pointer of the operation that answers a request in the published document, or undefined where none does. */
export function operationPointer(method: string, path: string): string | undefined {
  const templates = Object.keys(document.paths).filter((template) => matches(template, path));
  // `/queues/{name}` also matches what has a path of its own: the most literal one is meant.
  const [template] = templates.sort((one, other) => one.split("{").length - other.split("{").length);
  const key = method.toLowerCase();
  if (template === undefined || document.paths[template]?.[key] === undefined) return undefined;
  return `#/paths/${escaped(template)}/${key}`;
}

/** What the document does not allow of a JSON body of a request. */
export function bodyFaults(operation: string, body: unknown): string[] {
  const { requestBody } = at<Operation>(operation);
  if (requestBody === undefined) return body === undefined ? [] : ["takes no body"];
  return contentFaults(`${operation}/requestBody`, body);
}

/** The status that an operation answers with when it succeeds. */
export function successStatus(operation: string): number {
  return Math.min(...Object.keys(at<Operation>(operation).responses).map(Number).filter(Number.isFinite));
}

/** What the document does not allow of the JSON of a successful answer. */
export function answerFaults(operation: string, answer: unknown): string[] {
  return contentFaults(`${operation}/responses/${successStatus(operation)}`, answer);
}

function contentFaults(pointer: string, value: unknown): string[] {
  const { $ref = pointer } = at<{ readonly $ref?: string }>(pointer);
  const { content } = at<Content>($ref);
  if (content?.["application/json"] === undefined) return value === undefined ? [] : [`${pointer} has no JSON`];
  const schema = `contract${$ref}/content/application~1json/schema`;
  const validate = validators.get(schema) ?? ajv.compile({ $ref: schema });
  validators.set(schema, validate);
  if (validate(value ?? {})) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** What a pointer of the document leads to. */
function at<T>(pointer: string): T {
  const steps = pointer.slice(2).split("/");
  const unescaped = steps.map((step) => decodeURIComponent(step).replaceAll("~1", "/").replaceAll("~0", "~"));
  return unescaped.reduce<unknown>((node, step) => (node as Record<string, unknown>)[step], document) as T;
}

function matches(template: string, path: string): boolean {
  const pattern = template.replaceAll(/[.+?^$()[\]|\\]/g, "\\$&").replaceAll(/\{[^}]+\}/g, "[^/]+");
  return new RegExp(`^${pattern}$`).test(path);
}

/** A path as one step of a pointer in a fragment. */
function escaped(step: string): string {
  return encodeURIComponent(step.replaceAll("~", "~0").replaceAll("/", "~1"));
}
