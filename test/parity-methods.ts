import type { OperationExample } from "./operations-example.ts";
import { methodOf } from "./operations-example-call.ts";

/** What the official SDK calls the methods that have another name here. All others have the same name in both. */
const officialNames: Readonly<Record<string, string>> = {
  "texml.accounts.calls.create": "texml.accounts.calls.calls",
  "texml.accounts.calls.list": "texml.accounts.calls.retrieveCalls",
  "texml.accounts.calls.recordings.list": "texml.accounts.calls.recordingsJson.retrieveRecordingsJson",
  "texml.accounts.calls.recordings.start": "texml.accounts.calls.recordingsJson.recordingsJson",
  "texml.accounts.calls.recordings.update": "texml.accounts.calls.recordings.recordingSidJson",
  "texml.accounts.calls.siprec.start": "texml.accounts.calls.siprecJson",
  "texml.accounts.calls.siprec.update": "texml.accounts.calls.siprec.siprecSidJson",
  "texml.accounts.calls.streams.start": "texml.accounts.calls.streamsJson",
  "texml.accounts.calls.streams.update": "texml.accounts.calls.streams.streamingSidJson",
  "texml.accounts.conferences.list": "texml.accounts.conferences.retrieveConferences",
  "texml.accounts.conferences.participants.create": "texml.accounts.conferences.participants.participants",
  "texml.accounts.conferences.participants.list": "texml.accounts.conferences.participants.retrieveParticipants",
  "texml.accounts.conferences.recordings.list": "texml.accounts.conferences.retrieveRecordings",
  "texml.accounts.conferences.recordings.listJson": "texml.accounts.conferences.retrieveRecordingsJson",
  "texml.accounts.recordings.delete": "texml.accounts.recordings.json.deleteRecordingSidJson",
  "texml.accounts.recordings.list": "texml.accounts.retrieveRecordingsJson",
  "texml.accounts.recordings.retrieve": "texml.accounts.recordings.json.retrieveRecordingSidJson",
  "texml.accounts.transcriptions.delete": "texml.accounts.transcriptions.json.deleteRecordingTranscriptionSidJson",
  "texml.accounts.transcriptions.list": "texml.accounts.retrieveTranscriptionsJson",
  "texml.accounts.transcriptions.retrieve": "texml.accounts.transcriptions.json.retrieveRecordingTranscriptionSidJson",
  "texml.secrets.create": "texml.secrets",
};

/** Where the official SDK wants the same fields in another form. */
const officialInputs: Readonly<Record<string, (input: object) => object>> = {
  // Its path has a `call_control_id`, too, and the SDK takes the two from one object.
  "calls.actions.bridge": ({ call_control_id, ...input }: { call_control_id?: string }) => {
    return { ...input, call_control_id_to_bridge_with: call_control_id };
  },
  "texml.accounts.calls.create": (body) => ({ body }),
};

/** What the official SDK calls a method of ours. */
export function officialName(accessor: string): string {
  return officialNames[accessor] ?? accessor;
}

/** Calls an operation by the method of the official SDK: the last id goes first, all else in one object. */
export function callOfficial(client: object, { accessor, ids, query, body }: OperationExample): unknown {
  const names = Object.keys(ids);
  const last = names.pop();
  const given = query ?? body;
  const input = given && (officialInputs[accessor]?.(given) ?? given);
  const rest = names.map((name) => [name, ids[name]]);
  const method = methodOf(client, officialName(accessor));
  return method?.(
    ...(last === undefined ? [] : [ids[last]]),
    ...(input || names.length > 0 ? [{ ...Object.fromEntries(rest), ...input }] : []),
  );
}

/** The methods that an SDK has below some of its resources, by their names from the client down. */
export function methodsBelow(client: object, resources: readonly string[]): string[] {
  return resources.flatMap((name) => methodsOf(name, (client as Record<string, object>)[name] ?? {}));
}

function methodsOf(way: string, resource: object): string[] {
  const own = Object.getOwnPropertyNames(Object.getPrototypeOf(resource)).filter((name) => name !== "constructor");
  const below = Object.entries(resource).filter(([name]) => !name.startsWith("_"));
  return [...own.map((name) => `${way}.${name}`), ...below.flatMap(([name, one]) => methodsOf(`${way}.${name}`, one))];
}
