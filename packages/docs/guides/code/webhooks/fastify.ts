import { createWebhookHandler, toNodeHandler } from "@telnyx-voice/webhooks";
import fastify from "fastify";
import { on } from "./handlers.ts";

const serve = toNodeHandler(createWebhookHandler({ on }));

const app = fastify();
// A scope of its own: elsewhere Fastify goes on parsing bodies.
app.register(async (scope) => {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser("*", (_request, _payload, done) => done(null));
  scope.post("/webhooks", (request, reply) => {
    reply.hijack();
    return serve(request.raw, reply.raw);
  });
});
await app.listen({ port: Number(process.env["PORT"] ?? 3000) });
