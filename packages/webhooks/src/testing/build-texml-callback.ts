import type { TexmlCallbackKind, TexmlCallbackMap } from "@telnyx-voice/types/texml-callbacks";
import { texmlExamples } from "../generated/texml-examples.ts";
import { exampleOf } from "./example-of.ts";

/** What may differ from the example of a TeXML callback, and what it has beyond; a field that is undefined is left out. */
export type TexmlFields<Kind extends TexmlCallbackKind> = {
  readonly [Field in keyof TexmlCallbackMap[Kind] as string extends Field ? never : Exclude<Field, "kind">]?:
    | TexmlCallbackMap[Kind][Field]
    | undefined;
} & { readonly [field: string]: string | undefined };

/**
 * Builds the form of a TeXML callback, with an example value in every field that is not given. It is the text that
 * `signWebhook` signs, and as a query what a GET has.
 *
 * @example
 * ```ts
 * const { body, headers } = await signWebhook({ event: buildTexmlCallback("gather", { Digits: "2" }), privateKey });
 * ```
 */
export function buildTexmlCallback<Kind extends TexmlCallbackKind>(kind: Kind, fields: TexmlFields<Kind> = {}): string {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries<string | undefined>({ ...exampleOf(texmlExamples, kind), ...fields })) {
    if (value !== undefined) form.append(name, value);
  }
  return form.toString();
}
