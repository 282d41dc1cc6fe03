// #region program
import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { TelnyxVoice } from "@telnyx-voice/client";
import { createWebhookHandler, toNodeHandler } from "@telnyx-voice/webhooks";
import { type WebSocket, WebSocketServer } from "ws";

const { PUBLIC_HOST = "", PORT = "3000" } = process.env;
const client = new TelnyxVoice();

// #region answer
// Nothing signs a WebSocket: only Telnyx is told where this one is.
const path = `/media/${randomUUID()}`;

const handle = createWebhookHandler({
  on: {
    "call.initiated": async (event) => {
      const { call_control_id: call, direction } = event.data.payload;
      if (direction !== "incoming") return;
      await client.calls.actions.answer(call, {
        stream_url: `wss://${PUBLIC_HOST}${path}`,
        stream_track: "inbound_track",
        stream_codec: "PCMU",
        stream_bidirectional_mode: "rtp",
        stream_bidirectional_codec: "PCMU",
        stream_bidirectional_target_legs: "both",
      });
    },
    "streaming.failed": (event) => {
      console.error(`No stream: ${event.data.payload.failure_reason}`);
    },
  },
});
// #endregion answer

// #region messages
/** The messages that matter here; there are more. */
type Message =
  | { readonly event: "start"; readonly start: { readonly call_control_id: string } }
  | { readonly event: "media"; readonly media: { readonly track: string; readonly payload: string } }
  | { readonly event: "dtmf"; readonly dtmf: { readonly digit: string } }
  | { readonly event: "connected" | "mark" | "error" | "stop" };
// #endregion messages

// #region echo
function echo(socket: WebSocket): void {
  let bytes = 0;
  socket.on("message", (data) => {
    const message: Message = JSON.parse(String(data));
    switch (message.event) {
      case "start":
        console.log(`Streaming ${message.start.call_control_id}`);
        break;
      case "media": {
        const { payload } = message.media;
        bytes += Buffer.byteLength(payload, "base64");
        socket.send(JSON.stringify({ event: "media", media: { payload } }));
        break;
      }
      case "dtmf":
        // Forgets what was sent, but not yet played.
        if (message.dtmf.digit === "*") socket.send(JSON.stringify({ event: "clear" }));
        break;
      case "stop":
        console.log(`${bytes / 8000} s of audio`); // PCMU: 8,000 samples a second, a byte each
        break;
    }
  });
}
// #endregion echo

// #region serve
const server = createServer(toNodeHandler(handle));
new WebSocketServer({ server, path }).on("connection", echo);
server.listen(PORT, () => console.log(`Waiting for calls on port ${PORT}`));
// #endregion serve
// #endregion program
