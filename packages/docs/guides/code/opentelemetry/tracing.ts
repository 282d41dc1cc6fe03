import { context, propagation, type Span, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import { isAbortError, type Middleware } from "@telnyx-voice/client";

/** Makes a span of each attempt. It stands last in `middleware`, so that nothing after it keeps a span from ending. */
export function tracing(): Middleware {
  const tracer = trace.getTracer("telnyx-voice");
  const spans = new Map<string, Span>();
  const end = (id: string, errorType?: string) => {
    const span = spans.get(id);
    spans.delete(id);
    if (errorType !== undefined) span?.setAttribute("error.type", errorType).setStatus({ code: SpanStatusCode.ERROR });
    span?.end();
  };
  return {
    onRequest({ id, request, schemaPath, params }) {
      const { attempt = 1 } = params.call ?? {};
      const url = new URL(request.url);
      const template = templateOf(schemaPath);
      const attributes = {
        "http.request.method": request.method,
        "server.address": url.hostname,
        "server.port": Number(url.port) || (url.protocol === "https:" ? 443 : 80),
        "url.full": withoutSecrets(url),
        "url.template": template,
        ...(attempt > 1 && { "http.request.resend_count": attempt - 1 }),
      };
      const span = tracer.startSpan(`${request.method} ${template}`, { kind: SpanKind.CLIENT, attributes });
      spans.set(id, span);
      const set = (headers: Headers, name: string, value: string) => headers.set(name, value);
      propagation.inject(trace.setSpan(context.active(), span), request.headers, { set });
    },
    onResponse({ id, response: { status } }) {
      spans.get(id)?.setAttribute("http.response.status_code", status);
      end(id, status >= 400 ? String(status) : undefined);
    },
    onError({ id, error }) {
      end(id, typeOf(error));
    },
  };
}

/** A path of the contract has no ids in it; one that `client.request` was given may. */
function templateOf(schemaPath: string): string {
  return schemaPath.replace(/\?.*/s, "").replace(/[^/]*\d[^/]*/g, "{id}");
}

function withoutSecrets(url: URL): string {
  for (const name of [...url.searchParams.keys()]) {
    if (/key|token|secret|passw|sig/i.test(name)) url.searchParams.set(name, "REDACTED");
  }
  return url.href;
}

/** `ECONNREFUSED`, `TimeoutError`, `AbortError`: what went wrong is in the cause of what `fetch` throws. */
function typeOf(error: unknown): string {
  if (!(error instanceof Error)) return "_OTHER";
  if (error.cause instanceof Error && !isAbortError(error)) return typeOf(error.cause);
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
}
