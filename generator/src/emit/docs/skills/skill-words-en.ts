import type { SkillWords } from "./skill-words.ts";

const signature =
  "- Take the raw body. A body that was parsed and written again no longer fits its signature.\n" +
  "- Signed is the header `telnyx-timestamp` as received, then `|`, then the raw body. The signature is in " +
  "`telnyx-signature-ed25519`, in base64. The key is the account's public key (portal: Keys & Credentials), the " +
  "base64 of 32 bytes: no PEM, no HMAC, no Standard Webhooks.\n" +
  "- Refuse what is more than five minutes old, and whatever cannot be verified.";

/** The words of skills in English. */
export const skillWordsEn: SkillWords = {
  description: (about, title, language, events) =>
    `${about}: the Telnyx voice API in ${language}. Use when writing, reviewing or fixing ${language} code for ` +
    `“${title}” on Telnyx${events.length === 0 ? "" : `, or code that gets the events ${events.join(", ")}`}.`,
  unofficial: "Made from the API's OpenAPI document; unofficial, neither from Telnyx nor supported by it.",
  installation: "Installation",
  setupNote: "The examples below go on from here.",
  usage: {
    typescript:
      "A method takes the ids of the path, then the body (or, where there is none, the query), then options such as " +
      "`{ timeout, maxRetries, signal }`. Failures throw: an `ApiError` has `status`, `errors` and `requestId`; a " +
      "`ConnectionError` means that no response came. Failed attempts are repeated where that is safe.",
    curl: "`curl` exits with 0 whatever the status is; with `--fail-with-body` a failed request is a failed command.",
    ruby:
      "A method takes the last id of the path, then keywords in snake case: other ids, the query, the fields of the body. " +
      "Fields inside of a value keep their names on the wire. Failures raise: a `Telnyx::Errors::APIStatusError` " +
      "has `status` and `body`; a `Telnyx::Errors::APIConnectionError` means that no response came. The gem repeats " +
      "failed attempts by itself, those of commands as well: give each command that takes one a `command_id`.",
  },
  operationsNote: (link) =>
    "*Path* and *Query* go into the address, *Required* and *Optional* are fields of the body, by their names on the wire. " +
    `What a field means, its limits, what is nested in it, and the responses are in ${link}.`,
  path: "Path",
  optional: "Optional",
  exactlyOne: "Exactly one of",
  atLeastOne: "At least one of",
  oneOf: (count) => `one of ${count} values`,
  someOf: (count) => `list out of ${count} values`,
  calledHere: (field, argument) => `${field} of the body is called ${argument} here`,
  webhooks: "Webhooks",
  verification: [
    "Each delivery is an HTTP POST of JSON, signed with Ed25519. Before you trust one:",
    `${signature}\n` +
      "- Answer 200 within the application's timeout and do long work afterwards; any other status brings the delivery back.\n" +
      "- A delivery may come twice and overtake others: remember `data.id`, and order by `data.occurred_at`.",
  ],
  signature,
  texmlNote: (link) =>
    "TeXML sends forms, or with GET a query, not events of JSON: signed alike, all values texts, told apart by the fields they " +
    "have. One that asks for a document is answered with it, as `text/xml`, at once; the others with 200. They have no id, " +
    `and the same one may come again on purpose. Their fields are in ${link}.`,
  texmlAsking: "Kinds that are answered with a document",
  texmlTelling: "The others",
  event: "Event",
  sent: "When it is sent",
  payloadFields: "Payload fields",
  itsFields: "Fields of `data.payload`",
  otherEvents: (events, link) => `${link} has these as well: ${events}.`,
  usual: "the usual",
  usualNote: (fields) => `In this table, “the usual” stands for the fields ${fields}.`,
  envelope: "Around the payload",
  eventName: "the event's name",
  errorsNote:
    "A failed request is answered with `errors`: a list of objects with a `code` to act on, a `title`, a `detail`, and in " +
    "`source.pointer` the field that is at fault.",
  codesNote: (link) =>
    `Decide by the code. Beside those of any request, these come; what to do about each is in ${link}.`,
  statuses: {
    "400": "The request cannot be read. Mend it; the same again fails again.",
    "401": "The API key is missing or wrong.",
    "403": "The key is right, but may not do this.",
    "404": "There is no such object.",
    "422":
      "A field is wrong, or the call's state does not allow the command: a call that is over answers so. The code says which.",
    "429": "Too many requests. Wait for the seconds that `x-ratelimit-reset` names.",
    "500": "A fault of Telnyx. Try again later, a command with the same `command_id`.",
    "503": "Telnyx is busy. Try again later, a command with the same `command_id`.",
  },
  caveats: "Caveats",
  caveat: {
    callId:
      "A `call_control_id` is an opaque text such as `v3:…`, no UUID. It belongs to one leg of a call; the legs of one " +
      "call share `call_session_id`.",
    clientState: "`client_state` is base64 of your own text. Each later event of the leg brings it back.",
    command:
      "A command that was sent twice is carried out twice, unless both carry the same `command_id`. Send a UUID, and the " +
      "same one when you repeat a command that got no response.",
    pages:
      "Lists come in pages, and the first is not the whole list. Where an example walks one page only, go on with what `meta` " +
      "or `next_page_uri` gives.",
    form: "Bodies of TeXML operations are forms (`application/x-www-form-urlencoded`), not JSON.",
    apiVersion:
      "`webhook_api_version` is `1` unless you say otherwise, and events of version 1 look different. The events " +
      "described here are of version `2`.",
    webhookMethod: "With `webhook_url_method: GET` events arrive as query parameters, without a body.",
    deprecated: "What is marked deprecated still works. New code should not use it.",
  },
  references: "References",
  reference: {
    operations: {
      title: "Operations in full",
      when: "all parameters, fields and responses, with types, limits, defaults and meaning",
    },
    objects: { title: "Objects", when: "the fields of the objects that operations and events refer to" },
    texml: { title: "TeXML callbacks", when: "each form that TeXML sends, field by field" },
    events: { title: "Events in full", when: "each event's payload, field by field" },
  },
  payload: "Payload",
  webhookKey: "Webhook of the OpenAPI document",
};
