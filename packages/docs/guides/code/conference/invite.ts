import { TelnyxVoice } from "@telnyx-voice/client";

const { CONNECTION_ID = "", FROM = "", TO = "", ROOM = "standup" } = process.env;
const client = new TelnyxVoice();

const conference = await client.conferences.list({ filter: { name: ROOM, status: "in_progress" } }).first();
if (conference === undefined) throw new Error(`Nobody is in ${ROOM}.`);

const { data: call } = await client.calls.dial({
  connection_id: CONNECTION_ID,
  from: FROM,
  to: TO,
  conference_config: { id: conference.id, early_media: false, mute: true },
});
console.log(`Dialled: ${call.call_control_id}`);

for await (const participant of client.conferences.listParticipants(conference.id)) {
  console.log(`${participant.call_control_id}: ${participant.status}${participant.muted ? ", muted" : ""}`);
}
