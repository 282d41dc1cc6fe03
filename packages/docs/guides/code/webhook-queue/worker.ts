import type { ReceivedEvent } from "@telnyx-voice/webhooks";
import { Worker } from "bullmq";
import { handleEvent } from "./handle-event.ts";

const worker = new Worker<ReceivedEvent>(
  "webhooks",
  async ({ data, name, id, attemptsStarted, stalledCounter }) => {
    const isAgain = attemptsStarted > 1;
    if (isAgain) console.log(`${name} ${id}: run ${attemptsStarted}, cut off before: ${stalledCounter}`);
    await handleEvent(data, { isAgain });
  },
  {
    connection: {
      url: process.env["REDIS_URL"] ?? "redis://127.0.0.1:6379",
      maxRetriesPerRequest: null, // wait for Redis, however long
      retryStrategy: () => 500,
    },
    concurrency: 50,
    lockDuration: 5_000, // renewed while the worker lives
    stalledInterval: 1_000,
    maxStalledCount: 5,
  },
);
worker.on("error", (error) => console.error("worker:", error.message));
worker.on("failed", (job, error) => console.error("failed:", job?.name, job?.id, error.message));

const close = () => void worker.close(); // waits for the jobs that it works on
process.once("SIGTERM", close).once("SIGINT", close);
