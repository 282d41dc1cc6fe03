import type { VoiceEventMap, VoiceEventName } from "@telnyx-voice/types";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { GuidePrograms, type RunningProgram } from "./guide-programs.ts";
import { type Answer, type Command, TelnyxServer } from "./telnyx-server.ts";

/** Compiles the code of some guides before the tests of a file, and gives each test a program and Telnyx of its own. */
export class GuideStage {
  telnyx!: TelnyxServer;
  program!: RunningProgram;
  #programs!: GuidePrograms;
  #faults = "";

  constructor(guides: readonly string[]) {
    beforeAll(() => {
      this.#programs = new GuidePrograms(guides);
      this.#faults = this.#programs.compile(guides);
    }, 180_000);
    afterAll(() => this.#programs?.remove());
    afterEach(async () => {
      await this.program?.stop();
      await this.telnyx?.close();
    });
  }

  /** What the compiler finds fault with. */
  get faults(): string {
    return this.#faults;
  }

  /** The folder that programs run in. */
  get folder(): string {
    return this.#programs.folder;
  }

  /** Starts Telnyx, and a program that is led to it. */
  async start(file: string, environment: Record<string, string> = {}, answers: Record<string, Answer> = {}) {
    this.telnyx = await TelnyxServer.start(answers);
    this.program = await this.#programs.start(file, { ...this.telnyx.environment, ...environment });
  }

  /** Sends an event of a call; gives the commands that the program makes of it. */
  send = <Name extends VoiceEventName>(
    name: Name,
    call: string,
    payload: Partial<VoiceEventMap[Name]["data"]["payload"]> = {},
  ): Promise<Command[]> => this.telnyx.send(this.program.url, name, { call_control_id: call, ...payload });
}

/** A command for a call, with a part of its body; without one where none is named. */
export function action(call: string, name: string, body?: object): Command {
  return { command: `POST /calls/${call}/actions/${name}`, ...(body && { body: expect.objectContaining(body) }) };
}
