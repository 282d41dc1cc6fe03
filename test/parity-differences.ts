import { awkwardText } from "./operations-example-value.ts";

/** Operations that the two clients write in different ways, the lines that only one of them has, and why. */
interface Difference {
  readonly operations: readonly string[];
  readonly reason: string;
  /** Whether every call shows it, or only one with all arguments. */
  readonly shownBy: "every call" | "all arguments";
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
}

export const differences: readonly Difference[] = [
  {
    operations: [
      "customStorageCredentials.delete",
      "dialogflowConnections.delete",
      "media.delete",
      "queues.delete",
      "queues.calls.remove",
      "queues.calls.update",
      "texml.accounts.conferences.participants.delete",
      "texml.accounts.queues.delete",
      "texml.accounts.recordings.delete",
      "texml.accounts.transcriptions.delete",
    ],
    reason: "The answer has no body, unless it is an error: ours asks for JSON all the same.",
    shownBy: "every call",
    ours: ["header accept: application/json"],
    theirs: ["header accept: */*"],
  },
  {
    operations: ["media.download"],
    reason: "A file comes as what it is, an error as JSON: ours takes either.",
    shownBy: "every call",
    ours: ["header accept: */*"],
    theirs: ["header accept: application/octet-stream"],
  },
  {
    operations: ["media.list"],
    reason: "The document says that the filter is a list, and up to 2025-01 called it `filter[content_type][]`.",
    shownBy: "all arguments",
    ours: Array(2).fill(`query filter[content_type][]=${awkwardText}`),
    theirs: [`query filter[content_type]=${awkwardText},${awkwardText}`],
  },
  {
    operations: ["texml.accounts.calls.list"],
    reason: "The document calls them so; up to 2025-01 it called them as the official SDK still does.",
    shownBy: "all arguments",
    ours: ["EndTime_gt", "EndTime_lt", "StartTime_gt", "StartTime_lt"].map((name) => `query ${name}=${awkwardText}`),
    theirs: ["EndTime<", "EndTime>", "StartTime<", "StartTime>"].map((name) => `query ${name}=${awkwardText}`),
  },
  {
    operations: ["texml.accounts.conferences.participants.create"],
    reason:
      "The document does not say how a form writes a list of objects; the official SDK does not write them at all.",
    shownBy: "all arguments",
    ours: ["name", "name", "value", "value"].map((name) => `body CustomHeaders[${name}]=${awkwardText}`),
    theirs: ["body CustomHeaders=[object Object],[object Object]"],
  },
];

/** Methods that the official SDK has beside those of the contract, below resources that both have. */
export const officialOnly: Readonly<Record<string, string>> = {
  "connections.list": "not voice: all connections of an account",
  "connections.retrieve": "not voice: any connection",
  "connections.retrieveCount": "not voice: all connections of an account",
};
