// A server of one framework, started by `throughput.mjs` as a process of its own: with our handler, or with a bare route
// that does by hand what a program without us would: verify the signature, look at the clock, parse, call a function.
// With Redis the bare route sends the same two commands for each event that our store sends.
import { createPublicKey, verify } from "node:crypto";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const requirePeer = createRequire(join(root, "test/peers/package.json"));
const [framework, kind, folder, publicKey, redisUrl] = process.argv.slice(2);
const { createWebhookHandler, toNodeHandler } = await import(join(folder, "dist/index.js"));
const { createRedisStore } = await import(join(folder, "dist/redis.js"));

let handled = 0;
const handleEvent = (event) => {
  if (event.data.event_type === "call.answered") handled++;
};

const redis = redisUrl === undefined ? undefined : requirePeer("redis").createClient({ url: redisUrl });
await redis?.connect();

const x = Buffer.from(publicKey, "base64").toString("base64url");
const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
const complete =
  'if redis.call("GET", KEYS[1]) == ARGV[1] then redis.call("SET", KEYS[1], "done", "PX", ARGV[2]) return 1 end return 0';

/** What a program without us does with a delivery. Gives the status of the answer. */
async function receive(header, body) {
  const timestamp = header("telnyx-timestamp");
  const signature = Buffer.from(header("telnyx-signature-ed25519"), "base64");
  if (Math.abs(Date.now() / 1000 - Number(timestamp)) > 300) return 401;
  if (!verify(null, Buffer.concat([Buffer.from(`${timestamp}|`), body]), key, signature)) return 401;
  const event = JSON.parse(body.toString());
  if (redis === undefined) handleEvent(event);
  else {
    const token = crypto.randomUUID();
    const name = `bare:${event.data.id}`;
    if ((await redis.sendCommand(["SET", name, token, "NX", "PX", "3000"])) !== "OK") return 503;
    handleEvent(event);
    await redis.sendCommand(["EVAL", complete, "1", name, token, "86400000"]);
  }
  return 200;
}

const handle = createWebhookHandler({
  publicKey,
  on: { "call.*": handleEvent },
  ...(redis && { store: createRedisStore((command) => redis.sendCommand(command)) }),
});

const frameworks = {
  "node:http": {
    ours: () => createServer(toNodeHandler(handle)),
    bare: () =>
      createServer((request, response) => {
        const chunks = [];
        request.on("data", (chunk) => chunks.push(chunk));
        request.on("end", async () => {
          response.statusCode = await receive((name) => request.headers[name], Buffer.concat(chunks));
          response.end();
        });
      }),
  },
  Express: {
    ours: () => {
      const app = requirePeer("express")();
      app.all("/webhooks", toNodeHandler(handle));
      return createServer(app);
    },
    bare: () => {
      const express = requirePeer("express");
      const app = express();
      app.post("/webhooks", express.raw({ type: "*/*" }), async (request, response) => {
        response.status(await receive((name) => request.headers[name], request.body)).end();
      });
      return createServer(app);
    },
  },
  Fastify: {
    ours: async () => {
      const app = requirePeer("fastify")();
      const serve = toNodeHandler(handle);
      app.removeAllContentTypeParsers();
      app.addContentTypeParser("*", (_request, _payload, done) => done(null));
      app.all("/webhooks", (request, reply) => {
        reply.hijack();
        return serve(request.raw, reply.raw);
      });
      await app.ready();
      return app.server;
    },
    bare: async () => {
      const app = requirePeer("fastify")();
      app.removeAllContentTypeParsers();
      app.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => done(null, body));
      app.post("/webhooks", async (request, reply) => {
        reply.code(await receive((name) => request.headers[name], request.body)).send();
        return reply;
      });
      await app.ready();
      return app.server;
    },
  },
  Hono: {
    ours: () => {
      const app = new (requirePeer("hono").Hono)();
      app.all("/webhooks", (context) => handle(context.req.raw));
      return requirePeer("@hono/node-server").createAdaptorServer(app);
    },
    bare: () => {
      const app = new (requirePeer("hono").Hono)();
      app.post("/webhooks", async (context) => {
        const body = Buffer.from(await context.req.arrayBuffer());
        return context.body(null, await receive((name) => context.req.header(name), body));
      });
      return requirePeer("@hono/node-server").createAdaptorServer(app);
    },
  },
};

const server = await frameworks[framework][kind]();
server.listen(0, "127.0.0.1", () => process.send({ port: server.address().port }));
process.on("disconnect", () => process.exit());
process.on("message", () => {
  const { user, system } = process.cpuUsage();
  process.send({ handled, microseconds: user + system });
});
