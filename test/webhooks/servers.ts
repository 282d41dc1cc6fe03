import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { toNodeHandler, type WebhookHandler } from "@telnyx-voice/webhooks";
import { loadPeer } from "./peers.ts";

/** A server on loopback, at the address that deliveries go to. */
export interface Serving {
  readonly url: string;
  readonly close: () => Promise<unknown>;
}

type Express = () => { all(path: string, handler: RequestListener): void } & RequestListener;

interface FastifyApp {
  removeAllContentTypeParsers(): void;
  addContentTypeParser(
    type: string,
    parser: (request: unknown, payload: unknown, done: (error: null) => void) => void,
  ): void;
  all(
    path: string,
    handler: (request: { raw: IncomingMessage }, reply: { raw: ServerResponse; hijack(): void }) => unknown,
  ): void;
  listen(options: { port: number; host: string }): Promise<string>;
  close(): Promise<void>;
}

interface KoaApp {
  silent: boolean;
  use(handler: (context: { req: IncomingMessage; res: ServerResponse; respond?: boolean }) => Promise<void>): void;
  callback(): RequestListener;
}

interface HonoApp {
  all(path: string, handler: (context: { req: { raw: Request } }) => Promise<Response>): void;
  fetch: unknown;
}

/** The servers that a handler is tried in: each as its README recipe has it. */
export const servers = {
  "node:http": (handle) => listen(createServer(toNodeHandler(handle))),
  "Express 5": (handle) => {
    const app = loadPeer<Express>("express")();
    app.all("/webhooks", toNodeHandler(handle));
    return listen(createServer(app));
  },
  "Fastify 5": async (handle) => {
    const app = loadPeer<() => FastifyApp>("fastify")();
    const serve = toNodeHandler(handle);
    app.removeAllContentTypeParsers();
    app.addContentTypeParser("*", (_request, _payload, done) => done(null));
    app.all("/webhooks", (request, reply) => {
      reply.hijack();
      return serve(request.raw, reply.raw);
    });
    const url = await app.listen({ port: 0, host: "127.0.0.1" });
    return { url: `${url}/webhooks`, close: () => app.close() };
  },
  "Koa 3": (handle) => {
    const app = new (loadPeer<new () => KoaApp>("koa"))();
    // Else it prints what goes wrong on a connection.
    app.silent = true;
    const serve = toNodeHandler(handle);
    app.use(async (context) => {
      context.respond = false;
      await serve(context.req, context.res);
    });
    return listen(createServer(app.callback()));
  },
  "Hono 4": (handle) => {
    const app = new (loadPeer<{ Hono: new () => HonoApp }>("hono").Hono)();
    app.all("/webhooks", (context) => handle(context.req.raw));
    const { createAdaptorServer } = loadPeer<{ createAdaptorServer(app: HonoApp): Server }>("@hono/node-server");
    return listen(createAdaptorServer(app));
  },
} satisfies Record<string, (handle: WebhookHandler) => Promise<Serving>>;

async function listen(server: Server): Promise<Serving> {
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const close = () => {
    server.closeAllConnections();
    return new Promise((closed) => server.close(closed));
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`, close };
}
