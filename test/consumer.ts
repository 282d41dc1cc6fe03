import { voiceEventNames } from "@telnyx-voice/webhooks";

/** A program of a user: dials, answers, lists, and tells all events apart without a cast. */
export const program = `
import { AbortError, ApiError, TelnyxVoice } from "@telnyx-voice/client";
import { createLimiter } from "@telnyx-voice/client/limiter";
import type { DialRequest, VoiceEvent, VoiceEventMap } from "@telnyx-voice/types";
import { voiceEventNames } from "@telnyx-voice/webhooks";

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

export async function run(baseUrl: string): Promise<string[]> {
  const client = new TelnyxVoice({ apiKey: "KEY", baseUrl });
  const request: DialRequest = { connection_id: "1494404757140276705", from: "+13125550100", to: "+13125550199" };
  const limit = createLimiter({ perSecond: 10, inParallel: 1 });
  const { data: call } = await limit(() => client.calls.dial(request));
  const refusal = await limit(() => "begun", { signal: AbortSignal.abort() }).catch((error: unknown) => error);
  if (!(refusal instanceof AbortError)) throw new Error("the entries have no class in common");
  await client.calls.actions.answer(call.call_control_id);
  const { data: active } = await client.connections.listActiveCalls("1494404757140276705");
  const ids: string[] = active.map((entry) => entry.call_control_id);
  const failure = await client.calls.actions.hangup("gone").catch((error: unknown) => error);
  return [call.call_control_id, ...ids, failure instanceof ApiError ? String(failure.status) : "none", String(voiceEventNames.length)];
}

export function describe(event: VoiceEvent): string {
  switch (event.data.event_type) {
${voiceEventNames
  .map(
    (name) => `    case ${JSON.stringify(name)}: {
      const isExact: Equal<typeof event.data.payload, VoiceEventMap[${JSON.stringify(name)}]["data"]["payload"]> = true;
      return String(isExact);
    }`,
  )
  .join("\n")}
    // @ts-expect-error there is no such event
    case "call.nothing":
      return "";
    default: {
      const none: never = event.data;
      return none;
    }
  }
}

// @ts-expect-error \`to\` is missing
const incomplete: DialRequest = { connection_id: "1", from: "+13125550100" };
void incomplete;
`;
