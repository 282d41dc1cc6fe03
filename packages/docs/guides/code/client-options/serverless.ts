import { isAbortError, TelnyxVoice } from "@telnyx-voice/client";
import type { Context } from "aws-lambda";

const client = new TelnyxVoice({ timeout: 2_000, maxRetries: 1 }); // outside of the function: instances are used again

export async function handler({ callControlId }: { readonly callControlId: string }, context: Context) {
  const signal = AbortSignal.timeout(Math.max(0, context.getRemainingTimeInMillis() - 500));
  try {
    await client.calls.actions.hangup(callControlId, {}, { signal });
    return "hung up";
  } catch (error) {
    if (isAbortError(error)) return "out of time, which says nothing about the call";
    throw error;
  }
}
