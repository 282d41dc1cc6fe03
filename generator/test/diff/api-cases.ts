import { asIs, dial, type OperationCase } from "./operation-case.ts";

/** What holds for all operations, and which of them there are. */
export const apiCases: readonly OperationCase[] = [
  {
    before: asIs,
    after: ({ contract }) => {
      contract.servers = [{ url: "https://api.example.com/v3" }];
    },
    there: [
      "server-changed | breaking, compatible | the API |  | the server moved from https://api.example.com/v2 to https://api.example.com/v3 | #/servers | #/servers |",
    ],
    back: [
      "server-changed | breaking, compatible | the API |  | the server moved from https://api.example.com/v3 to https://api.example.com/v2 | #/servers | #/servers |",
    ],
  },
  {
    before: asIs,
    after: ({ contract }) => {
      contract.security = [{ bearer: [] }];
    },
    there: [
      "security-tightened | breaking, compatible | the API |  | requests have to carry bearer, where nothing was enough | #/security | #/security |",
    ],
    back: [
      "security-loosened | safe, compatible | the API |  | requests may carry nothing, where it had to be bearer | #/security | #/security |",
    ],
  },
  {
    before: ({ contract }) => {
      contract.security = [{ bearer: [] }];
    },
    after: ({ contract }) => {
      contract.security = [{ key: [] }];
    },
    there: [
      "security-changed | breaking, compatible | the API |  | requests have to carry key in place of bearer | #/security | #/security |",
    ],
    back: [
      "security-changed | breaking, compatible | the API |  | requests have to carry bearer in place of key | #/security | #/security |",
    ],
  },
  {
    before: ({ contract }) => {
      contract.security = [{ login: [] }];
      Object.assign(contract.components ?? {}, { securitySchemes: { login: { type: "http", scheme: "bearer" } } });
    },
    after: ({ contract }) => {
      contract.security = [{ bearer: [] }];
      Object.assign(contract.components ?? {}, { securitySchemes: { bearer: { scheme: "bearer", type: "http" } } });
    },
    there: [],
    back: [],
  },
  {
    before: ({ contract }) => {
      contract.security = [{ login: ["read"] }];
    },
    after: ({ contract }) => {
      contract.security = [{ login: ["read", "write"] }];
    },
    there: [
      "security-tightened | breaking, compatible | the API |  | requests have to carry login for read and login for write, where login for read was enough | #/security | #/security |",
    ],
    back: [
      "security-loosened | safe, compatible | the API |  | requests may carry login for read, where it had to be login for read and login for write | #/security | #/security |",
    ],
  },
  {
    before: ({ contract }) => {
      contract.security = [{ bearer: [] }];
    },
    after: ({ contract }) => {
      contract.security = [{ key: [] }, { bearer: [] }];
    },
    there: [
      "security-loosened | safe, compatible | the API |  | requests may carry bearer or key, where it had to be bearer | #/security | #/security |",
    ],
    back: [
      "security-tightened | breaking, compatible | the API |  | requests have to carry bearer, where bearer or key was enough | #/security | #/security |",
    ],
  },
  {
    before: ({ contract }) => {
      Object.assign(contract.components ?? {}, { securitySchemes: { bearer: { type: "http", scheme: "bearer" } } });
    },
    after: ({ contract }) => {
      Object.assign(contract.components ?? {}, { securitySchemes: { bearer: { type: "http", scheme: "basic" } } });
    },
    there: [
      "security-scheme-changed | breaking, compatible | the API |  | the security scheme bearer works another way | #/components/securitySchemes/bearer | #/components/securitySchemes/bearer |",
    ],
    back: [
      "security-scheme-changed | breaking, compatible | the API |  | the security scheme bearer works another way | #/components/securitySchemes/bearer | #/components/securitySchemes/bearer |",
    ],
  },
  {
    before: dial((object) => {
      object.security = [{ bearer: [] }];
    }),
    after: dial((object) => {
      object.security = [{ bearer: [], key: [] }];
    }),
    there: [
      "security-tightened | breaking, compatible | POST /calls |  | requests have to carry bearer and key, where bearer was enough | #/paths/~1calls/post | #/paths/~1calls/post |",
    ],
    back: [
      "security-loosened | safe, compatible | POST /calls |  | requests may carry bearer, where it had to be bearer and key | #/paths/~1calls/post | #/paths/~1calls/post |",
    ],
  },
  {
    before: asIs,
    after: ({ contract }) => {
      delete contract.paths["/calls/{call_id}"];
    },
    there: [
      "operation-removed | breaking, breaking | DELETE /calls/{call_id} |  | the operation was removed | #/paths/~1calls~1{call_id}/delete | - |",
    ],
    back: [
      "operation-added | safe, compatible | DELETE /calls/{call_id} |  | the operation was added | - | #/paths/~1calls~1{call_id}/delete |",
    ],
  },
  {
    before: asIs,
    after: ({ contract }) => {
      delete contract.webhooks?.["callEnded"];
      delete contract.components?.schemas?.["CallEnded"];
    },
    there: [
      "event-removed | breaking, breaking | event call.hangup |  | the event was removed | #/webhooks/callEnded | - |",
      "schema-removed | safe, breaking | schema CallEnded |  | the schema was removed | #/components/schemas/CallEnded | - | event call.hangup",
    ],
    back: [
      "event-added | safe, compatible | event call.hangup |  | the event was added | - | #/webhooks/callEnded |",
      "schema-added | safe, compatible | schema CallEnded |  | the schema was added | - | #/components/schemas/CallEnded | event call.hangup",
    ],
  },
  {
    before: asIs,
    after: ({ contract }) => {
      Object.assign(contract.components?.schemas ?? {}, { Left: { type: "string" } });
    },
    there: [
      "schema-added | safe, compatible | schema Left |  | the schema was added | - | #/components/schemas/Left |",
    ],
    back: [
      "schema-removed | safe, breaking | schema Left |  | the schema was removed | #/components/schemas/Left | - |",
    ],
  },
  {
    before: ({ contract }) => {
      Object.assign(contract.components?.schemas ?? {}, { Left: { type: "string", enum: ["a"] } });
    },
    after: ({ contract }) => {
      Object.assign(contract.components?.schemas ?? {}, { Right: { enum: ["a"] } });
    },
    there: [
      "schema-renamed | safe, breaking | schema Right |  | the schema Left is called Right | #/components/schemas/Left | #/components/schemas/Right |",
    ],
    back: [
      "schema-renamed | safe, breaking | schema Left |  | the schema Right is called Left | #/components/schemas/Right | #/components/schemas/Left |",
    ],
  },
];
