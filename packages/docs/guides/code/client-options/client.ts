import { TelnyxVoice } from "@telnyx-voice/client";

/** The one client of the program: every other file imports it. */
export const client = new TelnyxVoice({ logLevel: "info" });
