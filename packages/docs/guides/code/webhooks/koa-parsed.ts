import { createWebhookHandler, toNodeHandler } from "@telnyx-voice/webhooks";
import Koa from "koa";
import bodyParser from "koa-bodyparser";
import { on } from "./handlers.ts";

const serve = toNodeHandler(createWebhookHandler({ on }));

const app = new Koa();
app.use(bodyParser());
app.use(async (context, next) => {
  if (context.path !== "/webhooks") return next();
  context.respond = false;
  const { rawBody } = context.request; // the parser keeps the text that it has read
  await serve(Object.assign(context.req, { rawBody }), context.res);
});
app.listen(process.env["PORT"] ?? 3000);
