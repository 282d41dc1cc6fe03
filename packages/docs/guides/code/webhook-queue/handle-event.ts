import { TelnyxVoice } from "@telnyx-voice/client";
import { isEvent, type ReceivedEvent } from "@telnyx-voice/webhooks";

const client = new TelnyxVoice();

/** `isAgain` says that the job was begun before: some of this may be done already, or be too late. */
export async function handleEvent(event: ReceivedEvent, { isAgain }: { readonly isAgain: boolean }): Promise<void> {
  if (!isEvent(event, "call.initiated")) return console.log(event.data.event_type, event.data.id);
  const { call_control_id: callControlId, direction } = event.data.payload;
  if (callControlId === undefined || direction !== "incoming") return;
  if (isAgain) {
    const { data: call } = await client.calls.retrieveStatus(callControlId);
    if (call?.is_alive !== true) return console.log("over", callControlId);
  }
  await client.calls.actions.answer(callControlId, { command_id: event.data.id });
  console.log("answered", callControlId);
}
