import { createWebhookHandler, toNodeHandler } from "@telnyx-voice/webhooks";
import Koa from "koa";
import bodyParser from "koa-bodyparser";
import { on } from "./handlers.ts";

const serve = toNodeHandler(createWebhookHandler({ on }));

const app = new Koa();
app.use(async (context, next) => {
  if (context.path !== "/webhooks") return next();
  context.respond = false; // it is answered here, not by Koa
  await serve(context.req, context.res);
});
app.use(bodyParser()); // after the webhooks, which need the body as it came
app.listen(process.env["PORT"] ?? 3000);
