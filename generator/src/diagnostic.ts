/**
 * `error` stops the command; `debt` is reported by `generate` and fails `generate --check`, so that an unattended
 * update can still open its pull request; `warning` is said and stays without effect.
 */
export type Severity = "error" | "debt" | "warning";

/** Where a diagnostic points: a file of the project or a source, and a JSON pointer into it. */
export interface Place {
  readonly file?: string;
  readonly pointer?: string;
}

/** One finding about the input: what, where, and what to do. */
export interface Diagnostic extends Place {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly message: string;
  readonly fix: string;
}

/** Every code the generator may report, with its usual severity and the remedy. */
export const catalogue = {
  "source-unreadable": ["error", "Check the path or the address, and that the source can be reached."],
  "source-too-large": ["error", "Point --from at a single OpenAPI document of at most 64 MiB."],
  "source-unparsable": ["error", "Point --from at an OpenAPI document in JSON or YAML."],
  "openapi-unsupported": ["error", "Use an OpenAPI document of version 3.0.x or 3.1.x."],
  "document-incomplete": ["error", "See whether it was cut short; if it is whole, run `pnpm sync --allow-losses`."],
  "part-malformed": ["error", "For `sync`, mend it in a copy for --from; otherwise in specs/corrections."],
  "side-unknown": ["error", "Name a commit, a folder with specs, or an OpenAPI document."],
  "merge-base-missing": ["error", "Fetch more of the history (`git fetch --unshallow`), or name the base."],
  "sides-unrelated": ["error", "Name two versions of one API."],
  "acceptance-unused": ["error", "Correct the entry of specs/accepted-changes.json, or remove it."],
  "specs-unreadable": ["error", "Restore the file, for example with `git checkout -- specs`."],
  "specs-invalid": ["error", "Correct the file at the place named; CONTRIBUTING.md describes its form."],
  "slice-empty": ["error", "Check the tags, operations and webhooks of specs/slice.json against the document."],
  "family-conflict": ["error", "Let one family of specs/slice.json take it, and remove it from the others."],
  "operation-unclaimed": ["debt", "Add it to a family of specs/slice.json, or to `leftOut` with the reason."],
  "webhook-unclaimed": ["debt", "Add its event to a family of specs/slice.json, or to `leftOut` with the reason."],
  "slice-entry-unused": ["warning", "Remove the entry from specs/slice.json once no document in use has it."],
  "reference-unresolved": ["error", "Correct the reference upstream, or mend it in specs/corrections."],
  "reference-external": ["error", "Bundle the document into one file first; references that leave it are refused."],
  "family-missing": ["error", "Run `pnpm sync`: specs/slice.json has changed since the contract was cut."],
  "composition-circular": ["error", "Take the schema out of its own `allOf` in specs/corrections."],
  "operation-without-id": ["error", "Give the operation an operationId in specs/corrections."],
  "operation-id-duplicate": ["error", "Give one of the operations another operationId in specs/corrections."],
  "operation-without-name": ["error", "Run `pnpm sync`, which proposes the entry in specs/names.json."],
  "method-name-invalid": ["error", "Write it as identifiers with dots between, such as `calls.actions.answer`."],
  "method-name-duplicate": ["error", "Give one of them another method in specs/names.json."],
  "type-name-invalid": ["error", "Give it a name in capitals and letters, such as `Answer`, in specs/names.json."],
  "schema-name-taken": ["error", "Give the schema another name under `schemas` in specs/names.json."],
  "type-name-duplicate": ["error", "Give one of them another type in specs/names.json."],
  "resource-name-taken": ["error", "Give the method another name in specs/names.json."],
  "name-unused": ["debt", "Remove the entry from specs/names.json."],
  "trigger-unused": ["debt", "Remove the entry from specs/triggers.yaml, or correct its name."],
  "texml-callback-unused": ["debt", "Correct the name in specs/texml-callbacks.yaml, or remove the entry."],
  "texml-callback-missing": ["debt", "Put it into an `askedBy` or a `withoutSource` of specs/texml-callbacks.yaml."],
  "trigger-field-unknown": ["debt", "Correct the `when` in specs/triggers.yaml: its field, or the values."],
  "v1-event-missing": ["debt", "Let the entry of specs/v1-events.yaml lead to an event of the contract, or remove it."],
  "error-code-missing": ["debt", "Say in specs/errors.yaml what it is called and where it belongs."],
  "error-code-unused": ["debt", "Remove the entry from specs/errors.yaml, or correct what it names."],
  "alias-target-missing": ["debt", "Let the alias in specs/names.json lead to what took its place, or remove it."],
  "alias-name-taken": ["debt", "Remove the alias from specs/names.json, or give the other another name there."],
  "path-parameter-missing": ["error", "Declare the parameter in specs/corrections."],
  "path-parameter-unused": ["debt", "Remove the parameter, or mend the path, in specs/corrections."],
  "pagination-unknown": ["debt", "Declare in specs/corrections what its answer has that leads to the next page."],
  "enum-values-alike": ["warning", "Nothing to do unless one of them is a slip: then remove it in specs/corrections."],
  "default-invalid": ["debt", "Remove or mend the default, or its schema, in specs/corrections."],
  "example-invalid": ["debt", "Mend the example in specs/corrections."],
  "event-without-name": ["error", "Run `pnpm sync`, which proposes the entry in specs/names.json."],
  "event-without-literal": ["error", "Give its `event_type` a `const` in specs/corrections."],
  "event-name-duplicate": ["error", "Give one of them its own `event_type` in specs/corrections."],
  "event-name-different": ["error", "Let specs/names.json say what the contract says, or correct the contract."],
  "event-without-envelope": ["error", "Give it the envelope `{ data: { payload } }` in specs/corrections."],
  "callback-left": ["error", "Run `pnpm sync`, which turns callbacks that carry events into webhooks."],
  "event-envelope-incomplete": ["debt", "Extend the action of specs/corrections/event-envelope.yaml to it."],
  "discriminator-unmapped": ["error", "Add a `mapping` for every member in specs/corrections."],
  "correction-invalid": ["error", "Correct the action; the form is that of OpenAPI Overlay 1.0 with a `description`."],
  "correction-unmatched": ["debt", "Its target is gone: point the action elsewhere or delete it."],
  "correction-unneeded": ["debt", "Upstream has mended this: delete the action."],
  "correction-without-source": ["error", "Say in `source` what shows that the action is right, or that it is a guess."],
  "wording-missing": ["debt", "Write the entry in the file named, in your own words."],
  "wording-unused": ["debt", "Remove the entry, or correct its key."],
  "wording-name": ["debt", "Put the name into the translation too, or take it out of the English text."],
  "wording-term": ["debt", "Use a translation that `terms` allows, add yours there, or reword the English text."],
  "output-unusable": ["error", "Point --out at a folder that can be written to."],
} as const satisfies Record<string, readonly [Severity, string]>;

export type DiagnosticCode = keyof typeof catalogue;

/** A diagnostic of the catalogue, with its usual severity and remedy. */
export function diagnose(code: DiagnosticCode, message: string, place: Place = {}, hint?: string): Diagnostic {
  const [severity, fix] = catalogue[code];
  return { code, severity, message, fix: hint === undefined ? fix : `${hint} ${fix}`, ...place };
}

/** True where at least one of the diagnostics stops the command. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === "error");
}

/** What a stage gives that always comes to a result: the result, and what was found on the way. */
export interface Result<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a stage gives that may fail: without a value, at least one of the diagnostics is an error. */
export interface Outcome<T> {
  readonly value?: T;
  readonly diagnostics: readonly Diagnostic[];
}
