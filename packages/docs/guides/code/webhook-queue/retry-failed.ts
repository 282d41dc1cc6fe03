import { Queue } from "bullmq";

const queue = new Queue("webhooks", { connection: { url: process.env["REDIS_URL"] ?? "redis://127.0.0.1:6379" } });
const ids = process.argv.slice(2);

for (const job of await queue.getFailed()) {
  console.log(job.id, job.name, job.failedReason);
  if (job.id !== undefined && ids.includes(job.id)) await job.retry("failed", { resetAttemptsMade: true });
}
await queue.close();
