import type { HttpAnswer, HttpDelivery } from "./http-delivery.ts";

/** Answers a delivery. Does not reject. */
export type Receiver = (delivery: HttpDelivery, platform?: unknown) => Promise<HttpAnswer>;

/** What answers in the place of a webhook handler, for servers whose deliveries are no requests, by that handler. */
export const receivers = new WeakMap<object, Receiver>();

/** The deliveries that became requests nevertheless, for a function of the user's between the server and the handler. */
export const deliveries = new WeakMap<Request, HttpDelivery>();
