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

const key = "telnyx-voice:webhook:a";
const set = expect.stringMatching(/^SET telnyx-voice:webhook:a [0-9a-f-]{36} NX PX 18200$/);

describe("createRedisStore", () => {
  it.each([
    [{ token: expect.any(String) }, ["OK"], [set]],
    [{ token: expect.any(String) }, [Buffer.from("OK")], [set]],
    ["done", [null, "done"], [set, `GET ${key}`]],
    ["done", [null, Buffer.from("done")], [set, `GET ${key}`]],
    ["busy", [null, "another's"], [set, `GET ${key}`]],
    ["busy", [null, null], [set, `GET ${key}`]],
  ])("says %j where Redis answers %j", async (claim, answers, wanted) => {
    const { send, commands } = answering(...answers);
    expect(await createRedisStore(send).claim("a", 18.2)).toEqual(claim);
    expect(commands).toEqual(wanted);
  });

  it("knows its own claim, where the answer to it was lost and the client sent it once more", async () => {
    let token: string | undefined;
    const store = createRedisStore(async ([name, , word]) => {
      if (name === "GET") return token;
      token = word;
      return null;
    });
    expect(await store.claim("a", 1)).toEqual({ token });
  });

  it.each([1, 0, "1", Buffer.from("0")])(
    "has each change made by one script, under its own prefix: %j",
    async (answer) => {
      const { send, commands } = answering(answer, answer, answer);
      const store = createRedisStore(send, { prefix: "app:" });
      const stood = String(answer) === "1";
      expect(await store.renew("a", "T", 3)).toBe(stood);
      expect(await store.complete("a", "T", 60)).toBe(stood);
      expect(await store.release("a", "T")).toBe(stood);
      const script = (command: string) =>
        `if redis.call("GET", KEYS[1]) == ARGV[1] then redis.call(${command}) return 1 end return 0`;
      expect(commands).toEqual([
        `EVAL ${script('"PEXPIRE", KEYS[1], ARGV[2]')} 1 app:a T 3000`,
        `EVAL ${script('"SET", KEYS[1], "done", "PX", ARGV[2]')} 1 app:a T 60000`,
        `EVAL ${script('"DEL", KEYS[1]')} 1 app:a T`,
      ]);
    },
  );
});
