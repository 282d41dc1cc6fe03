import { fieldsOf } from "./fields-of.ts";
import type { SkillSubject } from "./skill-subject.ts";
import type { CaveatName } from "./skill-words.ts";

/** What a family gives reason to warn of, in the order of their weight. */
export function caveats(subject: SkillSubject): CaveatName[] {
  const { model, operations, events } = subject;
  const bodies = operations.map((operation) => fieldsOf(model, operation.body?.contents[0]?.shape));
  const sent = new Set(bodies.flat().map((field) => field.name));
  const inPaths = operations.flatMap((operation) => operation.pathParameters.map((field) => field.name));
  const isTrue: Record<CaveatName, boolean> = {
    callId: inPaths.includes("call_control_id"),
    command: operations.some((operation) => operation.isCommand),
    clientState: sent.has("client_state"),
    pages: operations.some((operation) => operation.pagination !== undefined),
    form: operations.some((operation) => operation.body?.contents[0]?.encoding === "form"),
    apiVersion: sent.has("webhook_api_version"),
    webhookMethod: events.length > 0 && sent.has("webhook_url_method"),
    deprecated: operations.some((operation) => operation.deprecated) || bodies.flat().some((field) => field.deprecated),
  };
  return (Object.keys(isTrue) as CaveatName[]).filter((name) => isTrue[name]);
}
