import type { OperationData } from "./operation.ts";
import { TelnyxError } from "./telnyx-error.ts";

/** A path with the ids in place, and the ids by the names of their parameters. */
export interface FilledPath {
  readonly path: string;
  readonly values: Readonly<Record<string, string>>;
}

/**
 * Puts the ids into the path of an operation, encoded.
 *
 * @throws {TelnyxError} for an id that is empty or no string, or that would lead to another path (`.`, `..`)
 */
export function fillPath(
  { method, path: template }: Pick<OperationData, "method" | "path">,
  ids: readonly unknown[],
): FilledPath {
  // Without it, what follows would become part of the server's name, and the API key would go there.
  if (!template.startsWith("/")) throw new TelnyxError(`The path must begin with "/": ${template}`);
  const values: Record<string, string> = {};
  let index = 0;
  const path = template.replace(/\{([^{}]*)\}/g, (_, name: string) => {
    const id = ids[index++];
    // Half a character cannot be written in an address.
    if (typeof id !== "string" || /^\.{0,2}$|\p{Surrogate}/u.test(id)) {
      throw new TelnyxError(
        `${method} ${template}: \`${name}\` must be an id, not ${typeof id === "bigint" ? id : JSON.stringify(id)}`,
      );
    }
    values[name] = id;
    return encodeURIComponent(id);
  });
  return { path, values };
}
