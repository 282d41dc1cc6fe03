import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { action, GuideStage } from "./guides/guide-stage.ts";
import type { Answer } from "./guides/telnyx-server.ts";

const stage = new GuideStage(["conference", "recording-and-transcription", "media-streaming"]);
const { send } = stage;
const caller = "v3:caller";
const incoming = { direction: "incoming" } as const;

it("compiles strictly, against the packed packages", () => {
  expect(stage.faults).toBe("");
});

describe("conference", () => {
  const conference_id = "c7d25e0a-91b4-4f68-8a3d-2e6b70f4951c";
  const room = {
    id: conference_id,
    created_at: "2026-01-01",
    expires_at: "2026-01-02",
    name: "standup",
    record_type: "conference",
  };
  const taken: Answer = () => Response.json({ errors: [{ code: "90033" }] }, { status: 422 });
  const inRoom = (name: string, body: object, id = "standup") => ({
    command: `POST /conferences/${id}/actions/${name}`,
    body: expect.objectContaining(body),
  });

  it("is opened by the first caller", async () => {
    await stage.start("conference/room.ts", {}, { "POST /conferences": () => ({ data: room }) });
    expect(await send("call.initiated", caller, incoming)).toEqual([action(caller, "answer")]);
    expect(await send("call.answered", caller)).toEqual([
      { command: "POST /conferences", body: expect.objectContaining({ name: "standup", call_control_id: caller }) },
    ]);
    expect(await send("conference.created", caller, { conference_id })).toEqual([]);
    expect(await send("conference.participant.joined", caller, { conference_id })).toEqual([
      inRoom("speak", { call_control_ids: [caller] }, conference_id),
    ]);
  });

  it("is joined by the others", async () => {
    await stage.start("conference/room.ts", {}, { "POST /conferences": taken });
    const [create, join] = await send("call.answered", caller);
    expect(create?.command).toBe("POST /conferences");
    expect(join).toEqual(inRoom("join", { call_control_id: caller }));
  });

  it("refuses what else Telnyx refuses, so that the event comes again", async () => {
    const full: Answer = () => Response.json({ errors: [{ code: "90032" }] }, { status: 422 });
    await stage.start("conference/room.ts", {}, { "POST /conferences": full });
    expect(await stage.telnyx.attempt(stage.program.url, "call.answered", { call_control_id: caller })).toBe(500);
  });

  it("mutes and unmutes whoever presses the key, records, and says how it ended", async () => {
    await stage.start("conference/room.ts");
    const who = { call_control_ids: [caller] };
    expect(await send("call.dtmf.received", caller, { digit: "1" })).toEqual([inRoom("mute", who)]);
    expect(await send("call.dtmf.received", caller, { digit: "2" })).toEqual([inRoom("unmute", who)]);
    expect(await send("call.dtmf.received", caller, { digit: "5" })).toEqual([]);
    expect(await send("call.dtmf.received", caller, { digit: "9" })).toEqual([
      inRoom("record_start", { format: "mp3" }),
    ]);
    await send("conference.recording.saved", caller, { recording_urls: { mp3: "https://example.com/standup.mp3" } });
    await send("conference.ended", caller, { reason: "all_left" });
    await stage.program.prints("Recorded: https://example.com/standup.mp3\nThe room is closed: all_left");
  });

  it("is dialled into by invite.ts", async () => {
    const meta = { page_number: 1, page_size: 20, total_pages: 1, total_results: 1 };
    const participant = {
      ...{ record_type: "participant", id: conference_id, call_leg_id: conference_id, call_control_id: caller },
      ...{ conference: { id: conference_id, name: "standup" }, whisper_call_control_ids: [], status: "joined" },
      ...{ muted: true, on_hold: false, end_conference_on_exit: false, soft_end_conference_on_exit: false },
      ...{ created_at: "2026-01-01T00:00:00Z", updated_at: "2026-01-01T00:00:00Z" },
    };
    await stage.start(
      "conference/invite.ts",
      { TO: "+13125550199", FROM: "+13125550100", CONNECTION_ID: "1494404757140276705" },
      {
        "GET /conferences": () => ({ data: [room], meta }),
        "GET /conferences/": () => ({ data: [participant], meta }),
      },
    );
    expect(await stage.program.ended).toBe(0);
    expect(stage.program.printed()).toBe("Dialled: v3:dialled-1\nv3:caller: joined, muted\n");
    const [list, dial] = await stage.telnyx.take(3);
    expect(list?.command).toMatch(/filter\[name\]=standup/);
    expect(dial?.body).toMatchObject({ conference_config: { id: conference_id } });
  });
});

describe("recording-and-transcription", () => {
  it("announces, records, transcribes, and fetches the file", async () => {
    const keys: unknown[] = [];
    const files = createServer(({ headers }, response) => {
      keys.push(headers.authorization);
      response.end("sound");
    }).listen(0, "127.0.0.1");
    await once(files, "listening");
    const mp3 = `http://127.0.0.1:${(files.address() as AddressInfo).port}/message.mp3`;
    await stage.start("recording-and-transcription/voicemail.ts");
    expect(await send("call.initiated", caller, incoming)).toEqual([action(caller, "answer")]);
    expect(await send("call.answered", caller)).toEqual([action(caller, "speak", {})]);
    expect(await send("call.speak.ended", caller, { status: "completed" })).toEqual([
      action(caller, "transcription_start", {}),
      action(caller, "record_start", { format: "mp3", channels: "single", transcription: true }),
    ]);
    for (const is_final of [false, true]) {
      const transcription_data = { is_final, transcript: is_final ? "It is me." : "It is" };
      expect(await send("call.transcription", caller, { transcription_data })).toEqual([]);
    }
    expect(await send("call.dtmf.received", caller, { digit: "#" })).toEqual([action(caller, "hangup")]);
    await send("call.hangup", caller);
    await send("call.recording.saved", caller, { recording_id: "recording-1", recording_urls: { mp3 } });
    await send("call.recording.transcription.saved", caller, { transcription_text: "It is me." });
    const [, ...lines] = stage.program.printed().split("\n");
    expect(lines).toEqual(["… It is me.", "Saved: messages/recording-1.mp3", "Message: It is me.", ""]);
    expect(readFileSync(join(stage.folder, "messages/recording-1.mp3"), "utf8")).toBe("sound");
    expect(keys).toEqual([undefined]);
    files.close();
  });

  it("asks for the event again where the file cannot be fetched", async () => {
    const files = createServer((_request, response) => response.writeHead(403).end()).listen(0, "127.0.0.1");
    await once(files, "listening");
    const mp3 = `http://127.0.0.1:${(files.address() as AddressInfo).port}/message.mp3`;
    await stage.start("recording-and-transcription/voicemail.ts");
    const payload = { recording_id: "recording-2", recording_urls: { mp3 } };
    expect(await stage.telnyx.attempt(stage.program.url, "call.recording.saved", payload)).toBe(500);
    expect(existsSync(join(stage.folder, "messages/recording-2.mp3"))).toBe(false);
    files.close();
  });

  it("lists the messages since yesterday, with their texts", async () => {
    const recording = {
      id: "r1",
      from: "+13125550142",
      duration_millis: 7_400,
      download_urls: { mp3: "https://example.com/1.mp3" },
    };
    const text = { id: "t1", recording_id: "r1", transcription_text: "It is me." };
    await stage.start(
      "recording-and-transcription/messages.ts",
      { CONNECTION_ID: "1494404757140276705" },
      {
        "GET /recordings": () => ({ data: [recording], meta: { page_number: 1, total_pages: 1 } }),
        "GET /recording_transcriptions": () => ({ data: [text], meta: {} }),
      },
    );
    expect(await stage.program.ended).toBe(0);
    expect(stage.program.printed()).toBe("+13125550142, 7 s: It is me.\nhttps://example.com/1.mp3\n");
  });
});

describe("media-streaming", () => {
  it("echoes what it hears, forgets it on demand, and measures it", async () => {
    await stage.start("media-streaming/echo.ts", { PUBLIC_HOST: "calls.example.com" });
    const [answer] = await send("call.initiated", caller, incoming);
    expect(answer).toEqual(action(caller, "answer", { stream_bidirectional_mode: "rtp" }));
    const { pathname, host } = new URL(String(answer?.body?.["stream_url"]));
    expect(host).toBe("calls.example.com");
    const socket = new WebSocket(`ws://127.0.0.1:${stage.program.port}${pathname}`);
    await once(socket, "open");
    const tell = (message: object) => socket.send(JSON.stringify(message));
    const heard = async () => JSON.parse(String((await once(socket, "message"))[0]));
    tell({ event: "connected", version: "1.0.0" });
    tell({ event: "start", sequence_number: "1", stream_id: "1", start: { call_control_id: caller } });
    const payload = Buffer.alloc(160, 0xff).toString("base64");
    for (let chunk = 1; chunk <= 50; chunk++) {
      tell({ event: "media", stream_id: "1", media: { track: "inbound", chunk: `${chunk}`, payload } });
      expect(await heard()).toEqual({ event: "media", media: { payload } });
    }
    tell({ event: "dtmf", stream_id: "1", dtmf: { digit: "*" } });
    expect(await heard()).toEqual({ event: "clear" });
    tell({ event: "stop", stream_id: "1", stop: { call_control_id: caller } });
    await stage.program.prints(`Streaming ${caller}\n1 s of audio`);
    socket.close();
  });

  it("lets nobody in who was not told the path", async () => {
    await stage.start("media-streaming/echo.ts", { PUBLIC_HOST: "calls.example.com" });
    const socket = new WebSocket(`ws://127.0.0.1:${stage.program.port}/media`);
    const [error] = await once(socket, "error");
    expect(String(error)).toContain("400");
  });

  it("tells why there is no stream", async () => {
    await stage.start("media-streaming/echo.ts");
    await send("streaming.failed", caller, { failure_reason: "connection_failed" });
    await stage.program.prints("No stream: connection_failed");
  });
});
