import { asIs, dial, type OperationCase, operation } from "./operation-case.ts";

/** Names, families, texts and what else is said of operations and events. */
export const nameCases: readonly OperationCase[] = [
  {
    before: asIs,
    after: ({ names }) => {
      names.aliases = { methods: { "calls.call": "calls.dial" } };
    },
    there: ["alias-added | safe, compatible | the API |  | the former name calls.call works | - | - |"],
    back: ["alias-removed | safe, breaking | the API |  | the former name calls.call no longer works | - | - |"],
  },
  {
    before: asIs,
    after: ({ contract }) => {
      contract.paths["/calls/{call_id}/end"] = contract.paths["/calls/{call_id}"] ?? {};
      delete contract.paths["/calls/{call_id}"];
    },
    there: [
      "operation-moved | breaking, breaking | DELETE /calls/{call_id}/end |  | the operation moved from DELETE /calls/{call_id} to DELETE /calls/{call_id}/end | #/paths/~1calls~1{call_id}/delete | #/paths/~1calls~1{call_id}~1end/delete |",
    ],
    back: [
      "operation-moved | breaking, breaking | DELETE /calls/{call_id} |  | the operation moved from DELETE /calls/{call_id}/end to DELETE /calls/{call_id} | #/paths/~1calls~1{call_id}~1end/delete | #/paths/~1calls~1{call_id}/delete |",
    ],
  },
  {
    before: asIs,
    after: ({ contract }) => {
      const { parameters = [], ...item } = contract.paths["/calls/{call_id}"] ?? {};
      contract.paths["/calls/{id}"] = {
        ...item,
        parameters: parameters.map((parameter) => ({ ...parameter, name: "id" })),
      };
      delete contract.paths["/calls/{call_id}"];
    },
    there: [
      "path-parameter-renamed | safe, breaking | DELETE /calls/{id} |  | the path parameter call_id is called id | #/paths/~1calls~1{call_id}/delete | #/paths/~1calls~1{id}/delete |",
    ],
    back: [
      "path-parameter-renamed | safe, breaking | DELETE /calls/{call_id} |  | the path parameter id is called call_id | #/paths/~1calls~1{id}/delete | #/paths/~1calls~1{call_id}/delete |",
    ],
  },
  {
    before: asIs,
    after: operation((object) => {
      object.deprecated = true;
    }),
    there: [
      "operation-deprecated | safe, compatible | DELETE /calls/{call_id} |  | the operation is deprecated | #/paths/~1calls~1{call_id}/delete | #/paths/~1calls~1{call_id}/delete |",
    ],
    back: [
      "operation-reinstated | safe, compatible | DELETE /calls/{call_id} |  | the operation is no longer deprecated | #/paths/~1calls~1{call_id}/delete | #/paths/~1calls~1{call_id}/delete |",
    ],
  },
  {
    before: asIs,
    after: operation((object) => {
      object["x-sunset"] = "2027-01-31";
    }),
    there: [
      "operation-sunset-changed | dangerous, compatible | DELETE /calls/{call_id} |  | the operation's sunset is 2027-01-31, where it was none | #/paths/~1calls~1{call_id}/delete | #/paths/~1calls~1{call_id}/delete |",
    ],
    back: [
      "operation-sunset-changed | dangerous, compatible | DELETE /calls/{call_id} |  | the operation's sunset is none, where it was 2027-01-31 | #/paths/~1calls~1{call_id}/delete | #/paths/~1calls~1{call_id}/delete |",
    ],
  },
  {
    before: operation((object) => {
      object["x-sunset"] = "2027-01-31";
    }),
    after: operation((object) => {
      object["x-sunset"] = "2027-06-30";
    }),
    there: [
      "operation-sunset-changed | dangerous, compatible | DELETE /calls/{call_id} |  | the operation's sunset is 2027-06-30, where it was 2027-01-31 | #/paths/~1calls~1{call_id}/delete | #/paths/~1calls~1{call_id}/delete |",
    ],
    back: [
      "operation-sunset-changed | dangerous, compatible | DELETE /calls/{call_id} |  | the operation's sunset is 2027-01-31, where it was 2027-06-30 | #/paths/~1calls~1{call_id}/delete | #/paths/~1calls~1{call_id}/delete |",
    ],
  },
  {
    before: asIs,
    after: ({ contract, names, wordings }) => {
      const object = contract.paths["/calls/{call_id}"]?.delete ?? {};
      object.operationId = "EndCall";
      Object.assign(names.operations, { EndCall: names.operations["HangupCall"] });
      Object.assign(wordings[0]?.operations ?? {}, { EndCall: wordings[0]?.operations["HangupCall"] });
    },
    there: [
      "operation-id-changed | safe, breaking | DELETE /calls/{call_id} |  | the operationId HangupCall became EndCall | #/paths/~1calls~1{call_id}/delete | #/paths/~1calls~1{call_id}/delete |",
    ],
    back: [
      "operation-id-changed | safe, breaking | DELETE /calls/{call_id} |  | the operationId EndCall became HangupCall | #/paths/~1calls~1{call_id}/delete | #/paths/~1calls~1{call_id}/delete |",
    ],
  },
  {
    before: asIs,
    after: ({ names }) => {
      Object.assign(names.operations["HangupCall"] ?? {}, { method: "calls.end" });
    },
    there: [
      "method-renamed | safe, breaking | DELETE /calls/{call_id} |  | the client's method calls.hangup is called calls.end | #/paths/~1calls~1{call_id}/delete | #/paths/~1calls~1{call_id}/delete |",
    ],
    back: [
      "method-renamed | safe, breaking | DELETE /calls/{call_id} |  | the client's method calls.end is called calls.hangup | #/paths/~1calls~1{call_id}/delete | #/paths/~1calls~1{call_id}/delete |",
    ],
  },
  {
    before: asIs,
    after: ({ names }) => {
      Object.assign(names.operations["DialCall"] ?? {}, { type: "StartCall" });
    },
    there: [
      "type-renamed | safe, compatible | POST /calls |  | in TypeScript DialRequest became StartCallRequest | #/paths/~1calls/post | #/paths/~1calls/post |",
      "type-renamed | safe, breaking | POST /calls |  | in TypeScript DialResponse became StartCallResponse | #/paths/~1calls/post | #/paths/~1calls/post |",
    ],
    back: [
      "type-renamed | safe, breaking | POST /calls |  | in TypeScript StartCallRequest became DialRequest | #/paths/~1calls/post | #/paths/~1calls/post |",
      "type-renamed | safe, breaking | POST /calls |  | in TypeScript StartCallResponse became DialResponse | #/paths/~1calls/post | #/paths/~1calls/post |",
    ],
  },
  {
    before: asIs,
    after: dial((object) => {
      object.tags = ["Recordings"];
    }),
    there: [
      "operation-family-changed | docs, compatible | POST /calls |  | the operation went from the family calls to recordings | #/paths/~1calls/post | #/paths/~1calls/post |",
    ],
    back: [
      "operation-family-changed | docs, compatible | POST /calls |  | the operation went from the family recordings to calls | #/paths/~1calls/post | #/paths/~1calls/post |",
    ],
  },
  {
    before: asIs,
    after: ({ wordings }) => {
      Object.assign(wordings[0]?.operations["HangupCall"] ?? {}, { summary: "End a call" });
    },
    there: [
      "operation-text-changed | docs, compatible | DELETE /calls/{call_id} |  | the operation is described otherwise | #/paths/~1calls~1{call_id}/delete | #/paths/~1calls~1{call_id}/delete |",
    ],
    back: [
      "operation-text-changed | docs, compatible | DELETE /calls/{call_id} |  | the operation is described otherwise | #/paths/~1calls~1{call_id}/delete | #/paths/~1calls~1{call_id}/delete |",
    ],
  },
  {
    before: asIs,
    after: ({ names }) => {
      Object.assign(names.events["callEnded"] ?? {}, { type: "CallEnd" });
    },
    there: [
      "type-renamed | safe, breaking | event call.hangup |  | in TypeScript CallHangupEvent became CallEndEvent | #/webhooks/callEnded | #/webhooks/callEnded |",
      "type-renamed | safe, breaking | event call.hangup |  | in TypeScript CallHangupPayload became CallEndPayload | #/webhooks/callEnded | #/webhooks/callEnded |",
    ],
    back: [
      "type-renamed | safe, breaking | event call.hangup |  | in TypeScript CallEndEvent became CallHangupEvent | #/webhooks/callEnded | #/webhooks/callEnded |",
      "type-renamed | safe, breaking | event call.hangup |  | in TypeScript CallEndPayload became CallHangupPayload | #/webhooks/callEnded | #/webhooks/callEnded |",
    ],
  },
  {
    before: asIs,
    after: ({ wordings }) => {
      Object.assign(wordings[0]?.events["call.hangup"] ?? {}, { summary: "Nobody talks any more" });
    },
    there: [
      "event-text-changed | docs, compatible | event call.hangup |  | the event is described otherwise | #/webhooks/callEnded | #/webhooks/callEnded |",
    ],
    back: [
      "event-text-changed | docs, compatible | event call.hangup |  | the event is described otherwise | #/webhooks/callEnded | #/webhooks/callEnded |",
    ],
  },
  {
    before: asIs,
    after: ({ contract, names }) => {
      Object.assign(contract.webhooks ?? {}, { callHungUp: contract.webhooks?.["callEnded"] });
      delete contract.webhooks?.["callEnded"];
      Object.assign(names.events, { callHungUp: names.events["callEnded"] });
    },
    there: [
      "event-key-changed | safe, breaking | event call.hangup |  | the webhook's key callEnded became callHungUp | #/webhooks/callEnded | #/webhooks/callHungUp |",
    ],
    back: [
      "event-key-changed | safe, breaking | event call.hangup |  | the webhook's key callHungUp became callEnded | #/webhooks/callHungUp | #/webhooks/callEnded |",
    ],
  },
  {
    before: asIs,
    after: ({ slice }) => {
      for (const family of slice.families)
        family.events = family.name === "calls" ? ["call.answered"] : ["call.hangup"];
    },
    there: [
      "event-family-changed | safe, breaking | event call.hangup |  | the event went from the family calls to recordings | #/webhooks/callEnded | #/webhooks/callEnded |",
    ],
    back: [
      "event-family-changed | safe, breaking | event call.hangup |  | the event went from the family recordings to calls | #/webhooks/callEnded | #/webhooks/callEnded |",
    ],
  },
  {
    before: asIs,
    after: ({ names }) => {
      Object.assign(names, { schemas: { Error: "Failure" } });
    },
    there: [
      "type-renamed | safe, breaking | schema Error |  | in TypeScript Error became Failure | #/components/schemas/Error | #/components/schemas/Error | POST /calls",
    ],
    back: [
      "type-renamed | safe, breaking | schema Error |  | in TypeScript Failure became Error | #/components/schemas/Error | #/components/schemas/Error | POST /calls",
    ],
  },
];
