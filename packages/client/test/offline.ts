import { TelnyxVoice, type TelnyxVoiceOptions } from "../src/index.ts";

/** A client whose requests go nowhere, and the requests. */
export function offline(options: TelnyxVoiceOptions = {}) {
  const requests: Request[] = [];
  const client = new TelnyxVoice({
    apiKey: "KEY123",
    fetch: async (request) => {
      requests.push(request);
      return Response.json({ data: [] });
    },
    ...options,
  });
  return { client, requests };
}
