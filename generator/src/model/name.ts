/**
 * Every name that leaves the specification's alphabet is made here: identifiers, type names and file names. What comes
 * in is any text; what goes out is safe to print as code or to use as the name of a file.
 */
import type { EventName, OperationName } from "../specs.ts";

/** Words that are written in capitals inside a name. */
const acronyms = new Set(["AI"]);

/** ECMAScript's reserved words, and names that a member of a class or module must not have. */
const reserved = new Set(
  (
    "await break case catch class const continue debugger default delete do else enum export extends false finally for " +
    "function if import in instanceof new null return super switch this throw true try typeof var void while with " +
    "yield let static implements interface package private protected public arguments eval constructor prototype " +
    "__proto__"
  ).split(" "),
);

/** The words of a name, whatever its style: snake_case, kebab-case, dotted, camelCase, with accents or symbols. */
export function words(text: string): string[] {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/(?<=[A-Z])(?=[A-Z][a-z])/g, " ")
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== "");
}

/** `call.ai_gather.ended` → `CallAIGatherEnded`. Never empty, and never starts with a digit. */
export function pascalCase(text: string): string {
  const name = words(text).map(capitalise).join("");
  return name === "" || /^\d/.test(name) ? `N${name}` : name;
}

/** `call_control_id` → `callControlId`, as an identifier that may name a parameter. */
export function camelCase(text: string): string {
  const name = lowerFirst(pascalCase(text));
  return reserved.has(name) ? `${name}_` : name;
}

/** The same as the name of a member, which may be a reserved word: `delete`. Every object has a `constructor` already. */
export function memberCase(text: string): string {
  const name = lowerFirst(pascalCase(text));
  return name === "constructor" ? "nConstructor" : name;
}

/** `startAIAssistant` → `start_ai_assistant`. Never empty, and never starts with a digit. */
export function snakeCase(text: string): string {
  const name = words(text).join("_").toLowerCase();
  return name === "" || /^\d/.test(name) ? `n${name}` : name;
}

function lowerFirst(pascal: string): string {
  const leading = /^[A-Z]+(?=[A-Z][a-z])|^[A-Z]+$|^[A-Z]/.exec(pascal)?.[0] ?? "";
  return leading.toLowerCase() + pascal.slice(leading.length);
}

function capitalise(word: string): string {
  const upper = word.toUpperCase();
  if (acronyms.has(upper)) return upper;
  const rest = word.slice(1);
  return word.charAt(0).toUpperCase() + (rest === rest.toUpperCase() && rest.length > 1 ? rest.toLowerCase() : rest);
}

/** True for a text that can stand as a plain identifier and as the name of a class member. */
export function isIdentifier(text: string): boolean {
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(text) && !reserved.has(text);
}

/** True for `calls.actions.answer`: identifiers with dots between, the last of them the method. */
export function isMethodName(text: string): boolean {
  const parts = text.split(".");
  return parts.length > 1 && parts.every((part) => /^[a-z][A-Za-z0-9]*$/.test(part) && !/^constructor$/.test(part));
}

/** True for a text that can be the name of an exported type. */
export function isTypeName(text: string): boolean {
  return /^[A-Z][A-Za-z0-9]*$/.test(text);
}

/** A name for a file: lower case, digits and hyphens, of bounded length, none that a system reserves. */
export function fileName(text: string): string {
  const name = words(text).join("-").toLowerCase().slice(0, 80).replace(/-$/, "");
  return name === "" || /^(con|prn|aux|nul|com\d|lpt\d)$/.test(name) ? `n-${name}` : name;
}

/** A name for each of several files that lie in one folder: a name that is taken gives way to one with a number. */
export function fileNames(texts: readonly string[]): string[] {
  const taken = new Set<string>();
  return texts.map((text) => {
    const base = fileName(text);
    let name = base;
    for (let number = 2; taken.has(name); number++) name = `${base}-${number}`;
    taken.add(name);
    return name;
  });
}

/** The types that the package of types exports beside those of operations, events and schemas. */
export const exportedNames: ReadonlySet<string> = new Set(
  (
    "VoiceEvent VoiceEventMap VoiceEventName VoiceEventFamily VoiceEventFamilyMap VoiceEventWildcard " +
    "VoiceEventWildcardMap Contract ErrorCode " +
    "TexmlCallback TexmlCallbackKind TexmlCallbackMap TexmlRequestKind " +
    "paths webhooks components operations"
  ).split(" "),
);

/** What the client has beside its resources, none of which can be called so. */
export const clientMembers: ReadonlySet<string> = new Set(["http", "request", "withOptions"]);

/** The name of a component schema's alias: `call-recordings_Error` → `CallRecordingsError`. */
export function schemaTypeName(schema: string): string {
  return pascalCase(schema);
}

const verbs: Readonly<Record<string, string>> = { get: "retrieve", post: "create", put: "update", patch: "update" };

/**
 * A proposal for what a new operation is called, in the manner of the official SDK: the path's fixed parts are the
 * resources, the verb follows from the method; `/actions/record_start` becomes `actions.startRecord`.
 */
export function proposeOperationName(method: string, path: string, operationId: string): OperationName {
  const segments = path.split("/").filter((segment) => segment !== "");
  const isItem = segments.at(-1)?.startsWith("{") ?? false;
  const resources = segments
    .filter((segment) => !segment.startsWith("{"))
    .map((segment) => memberCase(segment.replace(/\.json$/, "")));
  const action = segments.at(-2) === "actions" ? resources.pop() : undefined;
  const verb = action === undefined ? plainVerb(method, isItem) : actionVerb(segments.at(-1) ?? "");
  const type = action === undefined || segments[0] !== "calls" ? pascalCase(operationId) : pascalCase(verb);
  const isBare = resources[0] === undefined || clientMembers.has(resources[0]);
  return { method: [...(isBare ? ["api"] : []), ...resources, verb].join("."), type };
}

function plainVerb(method: string, isItem: boolean): string {
  if (method === "get" && !isItem) return "list";
  return verbs[method] ?? memberCase(method);
}

/** `conversation_relay_start` → `startConversationRelay`. */
function actionVerb(segment: string): string {
  const parts = words(segment);
  const last = parts.at(-1) ?? "";
  const isVerbLast = ["start", "stop", "pause", "resume", "join", "leave", "update"].includes(last) && parts.length > 1;
  return memberCase((isVerbLast ? [last, ...parts.slice(0, -1)] : parts).join("_"));
}

/** A proposal for what a new event is called: its types are named after its name on the wire. */
export function proposeEventName(event: string): EventName {
  return { event, type: pascalCase(event) };
}
