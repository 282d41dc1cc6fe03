import { createWebhookHandler, toNodeHandler } from "@telnyx-voice/webhooks";
import express from "express";
import { on } from "./handlers.ts";

const app = express();
app.post("/webhooks", toNodeHandler(createWebhookHandler({ on })));
app.use(express.json()); // after the webhooks, which need the body as it came
app.listen(process.env["PORT"] ?? 3000);
