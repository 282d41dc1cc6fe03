import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { VoiceEventMap, VoiceEventName } from "@telnyx-voice/types";
import { buildEvent, createTestKeyPair, signWebhook, type TestKeyPair } from "@telnyx-voice/webhooks/testing";
import { answerFaults, bodyFaults, operationPointer, successStatus } from "./contract.ts";

/** A request that a program has made, without what differs from run to run. */
export interface Command {
  /** `POST /calls/v3:caller/actions/answer`, with the query where there is one. */
  readonly command: string;
  /** The JSON body without its `command_id`; undefined where there is nothing else. */
  readonly body?: Readonly<Record<string, unknown>>;
}

/** What is answered to a command: JSON, as the contract has it; or a whole response. */
export type Answer = (command: Command) => object | Response;

type Payload<Name extends VoiceEventName> = Partial<VoiceEventMap[Name]["data"]["payload"]>;

/**
 * Plays Telnyx on loopback: takes commands that the contract allows, answers what the contract has, and sends signed
 * events, each with the client state that the last command has given to its call.
 */
export class TelnyxServer {
  readonly #server: Server;
  readonly #keys: TestKeyPair;
  readonly #answers: Readonly<Record<string, Answer>>;
  readonly #states = new Map<string, unknown>();
  readonly #refused: string[] = [];
  readonly #commands: Command[] = [];
  #dialled = 0;

  /**
   * `answers` are by command, without its query: `GET /recordings`. One that ends with a slash is for all that begins so.
   * Where there is none, Telnyx says `ok`.
   */
  static async start(answers: Readonly<Record<string, Answer>> = {}): Promise<TelnyxServer> {
    const telnyx = new TelnyxServer(answers, await createTestKeyPair());
    await new Promise<void>((listening) => telnyx.#server.listen(0, "127.0.0.1", listening));
    return telnyx;
  }

  private constructor(answers: Readonly<Record<string, Answer>>, keys: TestKeyPair) {
    this.#answers = answers;
    this.#keys = keys;
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  /** The variables that lead a program here. */
  get environment() {
    const { port } = this.#server.address() as AddressInfo;
    const TELNYX_BASE_URL = `http://127.0.0.1:${port}/v2`;
    return { TELNYX_API_KEY: "KEY", TELNYX_BASE_URL, TELNYX_PUBLIC_KEY: this.#keys.publicKey };
  }

  /** Sends an event to a program; gives the status of its answer. */
  async attempt<Name extends VoiceEventName>(url: string, name: Name, payload: Payload<Name>): Promise<number> {
    const { call_control_id: id, to } = payload as { call_control_id?: string; to?: string };
    const client_state = this.#states.get(`${id}`) ?? this.#states.get(`${to}`);
    const event = buildEvent(name, { payload: { client_state, ...payload } as Payload<Name> });
    const { body, headers } = await signWebhook({ event, privateKey: this.#keys.privateKey });
    const response = await fetch(url, { method: "POST", body, headers });
    await response.arrayBuffer();
    return response.status;
  }

  /** Sends an event to a program, which must take it; gives the commands that it made of it before it answered. */
  async send<Name extends VoiceEventName>(url: string, name: Name, payload: Payload<Name>): Promise<Command[]> {
    const status = await this.attempt(url, name, payload);
    if (status !== 200) throw new Error(`${name} was answered with ${status}. Refused: ${this.#refused.join("; ")}`);
    return this.take(0);
  }

  /** Gives the commands that nobody has asked for yet, once there are so many of them at least. */
  async take(count: number): Promise<Command[]> {
    for (let tries = 0; this.#commands.length < count; tries++) {
      if (tries === 400) throw new Error(`${this.#commands.length} of ${count} commands came`);
      await sleep(25);
    }
    return this.#commands.splice(0);
  }

  close(): Promise<unknown> {
    this.#server.closeAllConnections();
    return new Promise((closed) => this.#server.close(closed));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "", url = "", headers } = request;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const path = decodeURIComponent(url.replace(/^\/v2/, ""));
    const isJson = headers["content-type"]?.startsWith("application/json") && text !== "";
    const json = isJson ? JSON.parse(text) : undefined;
    const { command_id, ...body } = json ?? {};
    const command: Command = { command: `${method} ${path}`, ...(Object.keys(body).length > 0 && { body }) };
    const operation = operationPointer(method, path.replace(/\?.*/s, ""));
    const faults = operation === undefined ? ["no such operation"] : bodyFaults(operation, json);
    if (headers.authorization !== "Bearer KEY") faults.push("no key");
    if (operation === undefined || faults.length > 0) return this.#refuse(response, command, faults);
    this.#commands.push(command);
    await this.#reply(response, command, operation);
  }

  async #reply(response: ServerResponse, command: Command, operation: string): Promise<void> {
    const name = command.command.replace(/\?.*/s, "");
    const isMeant = (key: string) => key === name || (key.endsWith("/") && name.startsWith(key));
    const [, answer] = Object.entries(this.#answers).find(([key]) => isMeant(key)) ?? [];
    const given = answer?.(command) ?? this.#usual(command);
    this.#remember(command, given);
    if (given instanceof Response) {
      response.writeHead(given.status, Object.fromEntries(given.headers)).end(Buffer.from(await given.arrayBuffer()));
      return;
    }
    const faults = answerFaults(operation, given);
    if (faults.length > 0) return this.#refuse(response, command, ["the test's answer is none", ...faults]);
    response.writeHead(successStatus(operation), { "content-type": "application/json" }).end(JSON.stringify(given));
  }

  #usual({ command }: Command): object {
    if (command !== "POST /calls") return { data: { result: "ok" } };
    const id = `v3:dialled-${++this.#dialled}`;
    return {
      data: { call_control_id: id, call_leg_id: id, call_session_id: id, is_alive: false, record_type: "call" },
    };
  }

  /** Keeps what comes back with the events of a call; of the leg that a transfer makes, only its number is known. */
  #remember({ command, body = {} }: Command, given: object): void {
    const [, id] = /^P(?:OST|UT) \/calls\/([^/]+)\/actions\//.exec(command) ?? [];
    const { call_control_id: dialled } = ("data" in given ? given.data : {}) as { call_control_id?: string };
    const call = command === "POST /calls" ? dialled : id;
    if (call !== undefined && "client_state" in body) this.#states.set(call, body["client_state"]);
    if ("target_leg_client_state" in body) this.#states.set(`${body["to"]}`, body["target_leg_client_state"]);
  }

  #refuse(response: ServerResponse, { command }: Command, faults: readonly string[]): void {
    this.#refused.push(`${command}: ${faults.join(", ")}`);
    const errors = faults.map((detail) => ({ code: "10015", title: "Bad Request", detail }));
    response.writeHead(422, { "content-type": "application/json" }).end(JSON.stringify({ errors }));
  }
}
