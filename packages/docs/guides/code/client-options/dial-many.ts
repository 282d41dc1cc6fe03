import { isTelnyxError } from "@telnyx-voice/client";
import { client } from "./client.ts";

const numbers = process.argv.slice(2).values();

/** Dials the next number that nobody has dialled yet, until none is left. */
async function work() {
  for (const to of numbers) {
    try {
      const { data: call } = await client.calls.dial({
        connection_id: "1494404757140276705",
        from: "+13125550100",
        to,
      });
      console.log(to, call.call_control_id);
    } catch (error) {
      if (!isTelnyxError(error)) throw error;
      console.log(to, error.message);
    }
  }
}

await Promise.all(Array.from({ length: 20 }, work));
