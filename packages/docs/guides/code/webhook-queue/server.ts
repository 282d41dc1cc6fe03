import { createServer } from "node:http";
import { createWebhookHandler, type ReceivedEvent, toNodeHandler } from "@telnyx-voice/webhooks";
import { Queue } from "bullmq";

const queue = new Queue<ReceivedEvent>("webhooks", {
  connection: {
    url: process.env["REDIS_URL"] ?? "redis://127.0.0.1:6379",
    enableOfflineQueue: false, // without a connection: fail at once
    commandTimeout: 1_000, // without an answer: fail before the deadline of 1.5 seconds
    retryStrategy: () => 500, // by itself BullMQ waits for up to 20 seconds
  },
  defaultJobOptions: {
    attempts: 5,
    backoff: { type: "exponential", delay: 500 },
    removeOnComplete: { age: 24 * 3600 }, // seconds; until then the id is known
    removeOnFail: { age: 7 * 24 * 3600 },
  },
});
queue.on("error", (error) => console.error("queue:", error.message));
await queue.waitUntilReady();

const handle = createWebhookHandler({
  on: {
    default: async (event) => {
      const { event_type: name, id } = event.data;
      await queue.add(name, event, { jobId: `event-${encodeURIComponent(id)}` });
    },
  },
});
const server = createServer(toNodeHandler(handle)).listen(process.env["PORT"] ?? 3000);

const close = () => server.close(() => void queue.close());
process.once("SIGTERM", close).once("SIGINT", close);
