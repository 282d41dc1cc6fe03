import { describe, expect, it } from "vitest";
import { createRedisStore } from "../src/redis/index.ts";

/** A client that answers from a list and notes the commands. */
function answering(...answers: unknown[]) {
  const commands: string[] = [];
  const send = async (command: string[]) => {
    commands.push(command.join(" "));
    return answers.shift();
  };
  return { send, commands };
}

describe("createRedisStore", () => {
  it.each([
    ["claimed", ["OK"], ["SET telnyx-voice:webhook:a busy NX EX 19"]],
    ["claimed", [Buffer.from("OK")], ["SET telnyx-voice:webhook:a busy NX EX 19"]],
    ["done", [null, "done"], ["SET telnyx-voice:webhook:a busy NX EX 19", "GET telnyx-voice:webhook:a"]],
    ["done", [null, Buffer.from("done")], ["SET telnyx-voice:webhook:a busy NX EX 19", "GET telnyx-voice:webhook:a"]],
    ["busy", [null, "busy"], ["SET telnyx-voice:webhook:a busy NX EX 19", "GET telnyx-voice:webhook:a"]],
    ["busy", [null, null], ["SET telnyx-voice:webhook:a busy NX EX 19", "GET telnyx-voice:webhook:a"]],
  ])("says %s where Redis answers %j", async (claim, answers, wanted) => {
    const { send, commands } = answering(...answers);
    expect(await createRedisStore(send).claim("a", 18.2)).toBe(claim);
    expect(commands).toEqual(wanted);
  });

  it("completes and releases under its own prefix", async () => {
    const { send, commands } = answering();
    const store = createRedisStore(send, { prefix: "app:" });
    await store.complete("a", 60);
    await store.release("a");
    expect(commands).toEqual(["SET app:a done EX 60", "DEL app:a"]);
  });
});
