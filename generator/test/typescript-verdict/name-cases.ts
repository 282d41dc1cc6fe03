import type { Specs } from "../../src/specs.ts";
import type { Draft } from "../small-specs.ts";
import { schemaOf } from "./base.ts";
import type { TrialCase } from "./trial-case.ts";

/** Calls a component schema otherwise, wherever it is referred to. */
export function renameSchema(specs: Draft<Specs>, from: string, to: string): void {
  const text = JSON.stringify(specs.contract).replaceAll(`schemas/${from}"`, `schemas/${to}"`);
  specs.contract = JSON.parse(text.replace(`"${from}":`, `"${to}":`));
}

const handles = 'createWebhookHandler({ on: { "call.answered": (event) => event.data.payload.call_id } });';
const narrows =
  'const event = parseWebhook(text);\nif (event.data.event_type === "call.answered") console.log(event.data.payload.call_id);';
const others = [
  'const event = parseWebhook(text);\nswitch (event.data.event_type) { case "call.hangup": break; default: }',
  'createWebhookHandler({ on: { "call.hangup": (event) => event.data.payload.value, default: (event) => console.log(event.data.id) } });',
  "const read = (event: t.VoiceEvent) => event.data.event_type;",
];

export const nameCases: readonly TrialCase[] = [
  {
    rule: "event-removed",
    mirror: "event-added",
    change: ({ contract, names }) => {
      delete contract.webhooks?.["callAnswered"];
      delete names.events["callAnswered"];
    },
    uses: [
      handles,
      narrows,
      'import type { CallAnsweredEvent } from "@telnyx-voice/webhooks";',
      'const event = parseWebhook(text);\nswitch (event.data.event_type) { case "call.answered": break; default: }',
    ],
    usesBack: others,
  },
  {
    rule: "event-key-changed",
    mirror: "event-key-changed",
    change: ({ contract, names }) => {
      const { callAnswered, ...rest } = contract.webhooks ?? {};
      contract.webhooks = { ...rest, ...(callAnswered && { callPickedUp: callAnswered }) };
      names.events["callPickedUp"] = { event: "call.answered", type: "CallAnswered" };
    },
    uses: ['type Answered = t.webhooks["callAnswered"];'],
    usesBack: ['type Answered = t.webhooks["callPickedUp"];'],
  },
  {
    rule: "event-family-changed",
    mirror: "event-family-changed",
    change: ({ slice }) => {
      slice.families[1]?.events.push("call.answered");
    },
    uses: [
      'const read = (event: t.VoiceEventFamilyMap["calls"]) => { if (event.data.event_type === "call.answered") console.log(event); };',
    ],
    usesBack: ['const read = (event: t.VoiceEventFamilyMap["recordings"]) => event.data;'],
  },
  {
    rule: "event-text-changed",
    mirror: "event-text-changed",
    change: ({ wordings }) => {
      Object.assign(wordings[0]?.events ?? {}, { "call.answered": { summary: "Picked up" } });
    },
    uses: [handles, narrows],
    usesBack: [handles, narrows],
  },
  {
    rule: "type-renamed",
    mirror: "type-renamed",
    change: ({ names }) => {
      Object.assign(names.events["callAnswered"] ?? {}, { type: "CallPickedUp" });
    },
    uses: [
      'import type { CallAnsweredEvent } from "@telnyx-voice/webhooks";',
      'import type { CallAnsweredPayload } from "@telnyx-voice/types";',
    ],
    usesBack: ['import type { CallPickedUpEvent } from "@telnyx-voice/webhooks";'],
  },
  {
    rule: "schema-removed",
    mirror: "schema-added",
    start: ({ contract }) => {
      Object.assign(contract.components?.schemas ?? {}, { Unused: { type: "string" } });
    },
    change: ({ contract }) => {
      delete contract.components?.schemas?.["Unused"];
    },
    uses: ['import type { Unused } from "@telnyx-voice/types";', 'type Unused = t.components["schemas"]["Unused"];'],
    usesBack: ['import type { Call } from "@telnyx-voice/types";', "await client.calls.dial({ to: text });"],
  },
  {
    rule: "schema-renamed",
    mirror: "schema-renamed",
    start: (specs) => {
      Object.assign(schemaOf(specs, "Error").properties ?? {}, { title: { type: "string" } });
    },
    change: (specs) => renameSchema(specs, "Error", "ApiError"),
    uses: ['import type { Error } from "@telnyx-voice/types";', 'type Failure = t.components["schemas"]["Error"];'],
    usesBack: ['import type { ApiError } from "@telnyx-voice/types";'],
  },
];
