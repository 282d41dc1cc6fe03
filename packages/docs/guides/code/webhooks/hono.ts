import { serve } from "@hono/node-server";
import { createWebhookHandler } from "@telnyx-voice/webhooks";
import { Hono } from "hono";
import { on } from "./handlers.ts";

const handle = createWebhookHandler({ on });

const app = new Hono();
app.post("/webhooks", (context) => handle(context.req.raw));
serve({ fetch: app.fetch, port: Number(process.env["PORT"] ?? 3000) });
