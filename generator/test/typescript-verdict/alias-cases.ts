import type { Change } from "./base.ts";
import { renameSchema } from "./name-cases.ts";
import type { TrialCase } from "./trial-case.ts";

const join: Change = ({ names }) => {
  Object.assign(names.operations["BridgeCall"] ?? {}, { method: "calls.actions.join", type: "Join" });
};
const remember: Change = ({ names }) => {
  names.aliases = {
    methods: { "calls.actions.bridge": "calls.actions.join" },
    types: { BridgeResponse: "JoinResponse" },
  };
};
const bridges = [
  'await client.calls.actions.bridge("a", { call_id: text });',
  'const { value } = await client.calls.actions.bridge("a", { call_id: text }, { timeout: count });\nconsole.log(value);',
  "const bridge = (...given: Parameters<typeof client.calls.actions.bridge>) => client.calls.actions.bridge(...given);",
];

/** Renamings that `names.json` has an alias for: what they were called goes on working. */
export const aliasCases: readonly TrialCase[] = [
  {
    rule: "method-renamed",
    mirror: "method-renamed",
    change: (specs) => {
      join(specs);
      remember(specs);
    },
    uses: bridges,
    usesBack: ['await client.calls.actions.join("a", { call_id: text });'],
  },
  {
    rule: "method-renamed",
    mirror: "method-renamed",
    change: ({ names }) => {
      Object.assign(names.operations["DownloadRecording"] ?? {}, { method: "calls.recordings.download" });
      names.aliases = { methods: { "recordings.download": "calls.recordings.download" } };
    },
    uses: ['const file = await (await client.recordings.download("a")).blob();'],
    usesBack: ['await client.calls.recordings.download("a");'],
  },
  {
    rule: "type-renamed",
    mirror: "type-renamed",
    change: ({ names }) => {
      Object.assign(names.operations["ListCalls"] ?? {}, { type: "FindCalls" });
      names.aliases = { types: { ListCallsQuery: "FindCallsQuery", ListCallsResponse: "FindCallsResponse" } };
    },
    uses: [
      'import type { ListCallsQuery, ListCallsResponse } from "@telnyx-voice/types";\nconst list = (query: ListCallsQuery): Promise<ListCallsResponse> => client.calls.list(query);',
      'const query: t.ListCallsQuery = { filter: { status: "active" } };\nawait client.calls.list(query);',
    ],
    usesBack: ['import type { FindCallsQuery } from "@telnyx-voice/types";'],
  },
  {
    rule: "type-renamed",
    mirror: "type-renamed",
    change: ({ names }) => {
      Object.assign(names.events["callEnded"] ?? {}, { type: "CallEnding" });
      names.aliases = { types: { CallHangupEvent: "CallEndingEvent", CallHangupPayload: "CallEndingPayload" } };
    },
    uses: [
      'import type { CallHangupEvent } from "@telnyx-voice/webhooks";\nconst read = ({ data }: CallHangupEvent): string => data.payload.value;',
      'import type { CallHangupPayload } from "@telnyx-voice/types";\ncreateWebhookHandler({ on: { "call.hangup": ({ data }) => { const payload: CallHangupPayload = data.payload; } } });',
    ],
    usesBack: ['import type { CallEndingEvent } from "@telnyx-voice/webhooks";'],
  },
  {
    rule: "schema-renamed",
    mirror: "schema-renamed",
    change: (specs) => {
      renameSchema(specs, "Error", "ApiError");
      specs.names.aliases = { schemas: { Error: "ApiError" } };
    },
    uses: [
      'import type { Error } from "@telnyx-voice/types";\nconst code = (error: Error): string => error.code ?? text;',
      'type Failure = t.components["schemas"]["Error"];\nconst code = ({ code = text }: Failure): string => code;',
    ],
    usesBack: ['import type { ApiError } from "@telnyx-voice/types";'],
  },
  {
    rule: "alias-removed",
    mirror: "alias-added",
    start: ({ names }) => {
      names.aliases = {
        methods: { "calls.end": "calls.hangup" },
        types: { Bridging: "BridgeRequest" },
        schemas: { Fault: "Error" },
      };
    },
    change: ({ names }) => {
      delete names.aliases;
    },
    uses: [
      'await client.calls.end("a");',
      "type Body = t.Bridging;",
      'type Failure = t.components["schemas"]["Fault"];',
    ],
    usesBack: ['await client.calls.hangup("a");', "type Body = t.BridgeRequest;"],
  },
];
