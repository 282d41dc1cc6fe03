import { methods, type OpenApiDocument, type Parameter, type RequestBody } from "../document/openapi.ts";
import { resolve } from "../document/resolve.ts";
import type { Event } from "../model.ts";
import type { Place } from "./change.ts";
import { compareSchemas, type SchemaComparison } from "./compare-schemas.ts";
import { eventFacts } from "./event-facts.ts";
import { compareContents } from "./operation/contents.ts";
import { compareHeaders } from "./operation/headers.ts";
import { type Part, partOf } from "./operation/part.ts";

/** Compares an event with what it has become; its delivery is received, hence judged as what is received. */
export function compareEvents(comparison: SchemaComparison, base: Event, head: Event): void {
  const place: Place = { owner: `event ${head.name}`, path: "", base: base.pointer, head: head.pointer };
  for (const finding of eventFacts(base, head)) comparison.report(place, undefined, finding);
  const reference = ({ schema }: Event) => ({ $ref: `#/components/schemas/${schema}` });
  const item = ({ webhooks }: OpenApiDocument, { key }: Event) => webhooks?.[key];
  const [before, after] = [item(comparison.base, base), item(comparison.head, head)];
  if (comparison.isSame([before, reference(base)], [after, reference(head)])) return;
  const [one, other] = [deliveryOf(comparison.base, base), deliveryOf(comparison.head, head)];
  compareHeaders(comparison, place, "webhook", one.headers, other.headers);
  const body = { ...place, base: `${one.pointer}/requestBody`, head: `${other.pointer}/requestBody` };
  compareContents(comparison, body, "webhook", one.contents, other.contents);
  compareSchemas(comparison, place, "webhook", reference(base), reference(head));
}

/** What Telnyx sends: the headers, which the webhook declares as parameters, and the body. */
function deliveryOf(document: OpenApiDocument, event: Event) {
  const item = document.webhooks?.[event.key] ?? {};
  const method = methods.find((candidate) => item[candidate] !== undefined) ?? "post";
  const pointer = `${event.pointer}/${method}`;
  const headers = (item[method]?.parameters ?? []).flatMap((entry, index): [string, Part<Parameter>][] => {
    const part = partOf(document, "parameter", entry, `${pointer}/parameters/${index}`);
    return part?.value.in === "header" ? [[part.value.name, part]] : [];
  });
  const body = resolve<RequestBody>(document, item[method]?.requestBody);
  return { pointer, headers, contents: body?.content ?? {} };
}
