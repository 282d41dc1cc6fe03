import { TelnyxError } from "./telnyx-error.ts";

/** One of the errors that Telnyx lists in its answer. */
export interface ApiErrorDetail {
  readonly code?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly source?: { readonly pointer?: string; readonly parameter?: string };
}

/** Telnyx answered with a status that is not 2xx. */
export class ApiError extends TelnyxError {
  override readonly name = "ApiError";
  /** The HTTP status. */
  readonly status: number;
  /** The errors that the answer lists; empty where it lists none. */
  readonly errors: readonly ApiErrorDetail[];
  /** The answer's body: parsed where it is JSON, else its text. */
  readonly body: unknown;
  readonly response: Response;

  constructor(method: string, path: string, response: Response, body: unknown) {
    const errors = listErrors(body);
    const [first] = errors;
    const reason = first?.detail ?? first?.title ?? response.statusText;
    super(
      `${response.status} ${method} ${path}${reason ? `: ${reason}` : ""}${first?.code ? ` (code ${first.code})` : ""}`,
    );
    this.status = response.status;
    this.errors = errors;
    this.body = body;
    this.response = response;
  }
}

function listErrors(body: unknown): ApiErrorDetail[] {
  const list: unknown = typeof body === "object" && body !== null && "errors" in body ? body.errors : undefined;
  return Array.isArray(list) ? list.filter((entry) => typeof entry === "object" && entry !== null) : [];
}
