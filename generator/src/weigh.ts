import type { Diagnostic } from "./diagnostic.ts";
import type { Severities } from "./specs.ts";

/**
 * Gives diagnostics the severity that the project has set for their codes. It has the last word: what a lenient run has
 * softened is an error again where the project says so.
 */
export function weigh(diagnostics: readonly Diagnostic[], severities: Severities): Diagnostic[] {
  return diagnostics.map((diagnostic) => {
    const severity = severities[diagnostic.code]?.severity;
    return severity === undefined ? diagnostic : { ...diagnostic, severity };
  });
}
