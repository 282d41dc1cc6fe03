import { type Fetch, TelnyxVoice } from "@telnyx-voice/client";

/** A function that sends requests, but takes no `Request`: an address, and the rest beside it. */
type UrlFetch = (url: string, init: RequestInit) => Promise<Response>;

/** Makes such a function one that the client can send with. */
function takingRequests(send: UrlFetch): Fetch {
  return async (request, init) => {
    const { method, headers, redirect } = request;
    const body = request.body === null ? null : await request.arrayBuffer();
    return send(request.url, { method, headers, redirect, body, signal: init?.signal ?? request.signal });
  };
}

const counted: UrlFetch = (url, init) => {
  console.log(init.method, new URL(url).pathname);
  return fetch(url, init);
};

const client = new TelnyxVoice({ fetch: takingRequests(counted) });
await client.calls.actions.hangup(process.argv[2] ?? "v3:1");
