// #region program
import { createServer } from "node:http";
import { createWebhookHandler, toNodeHandler } from "@telnyx-voice/webhooks";

const { SALES = "", PORT = "3000" } = process.env;

// #region documents
/** What was said or sent is text: none of it may become a verb. */
const inXml = (text: string) => text.replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`);

const respond = (...verbs: string[]) => `<?xml version="1.0" encoding="UTF-8"?><Response>${verbs.join("")}</Response>`;

const say = (text: string) => `<Say>${inXml(text)}</Say>`;

const prompt = say("For sales, press 1. To leave a message, press 2.");
const menu = respond(`<Gather action="/" numDigits="1" validDigits="12">${prompt}</Gather>`, say("Goodbye."));
// #endregion documents

// #region gather
const message = respond(
  say("Please speak after the beep."),
  '<Record maxLength="60" recordingStatusCallback="/" transcription="true" transcriptionCallback="/" />',
);
const sales = respond(`<Dial action="/" timeout="20">${inXml(SALES)}</Dial>`);
// #endregion gather

// #region handler
const handle = createWebhookHandler({
  texml: {
    "instruction-fetch": ({ From }) => {
      console.log(`call from ${From}`);
      return menu;
    },
    gather: ({ Digits }) => (Digits === "1" ? sales : message),
    "call-completed": ({ CallStatus, DialCallStatus }) => {
      // The request of a Dial is answered with a document, too; the report on a call that is over is not.
      if (DialCallStatus !== undefined) return DialCallStatus === "completed" ? respond("<Hangup/>") : message;
      console.log(`over: ${CallStatus}`);
      return undefined;
    },
    "recording-completed": ({ RecordingSid, RecordingDuration }) => {
      console.log(`message ${RecordingSid}: ${RecordingDuration} s`);
    },
    transcription: ({ TranscriptionText }) => console.log(`it says: ${TranscriptionText}`),
    default: ({ kind }) => console.log(`nothing to do for ${kind}`),
  },
});

createServer(toNodeHandler(handle)).listen(Number(PORT));
// #endregion handler
// #endregion program
