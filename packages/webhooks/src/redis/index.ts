/**
 * A store in Redis, so that many instances handle each event once.
 *
 * @module
 */
export { createRedisStore, type RedisStoreOptions, type SendCommand } from "./create-redis-store.ts";
