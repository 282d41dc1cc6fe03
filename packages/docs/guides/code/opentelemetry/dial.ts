import { SpanStatusCode, trace } from "@opentelemetry/api";
import { ConsoleSpanExporter, NodeTracerProvider, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-node";
import { TelnyxVoice } from "@telnyx-voice/client";
import { tracing } from "./tracing.ts";

const provider = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(new ConsoleSpanExporter())] });
provider.register();

const client = new TelnyxVoice({ middleware: [tracing()] });
const [to = "+13125550199"] = process.argv.slice(2);

await trace.getTracer("dialler").startActiveSpan("invite", async (span) => {
  try {
    await client.calls.dial({ connection_id: "1494404757140276705", from: "+13125550100", to });
  } catch (error) {
    span.recordException(error as Error);
    span.setStatus({ code: SpanStatusCode.ERROR });
    process.exitCode = 1;
  } finally {
    span.end();
  }
});
await provider.shutdown();
