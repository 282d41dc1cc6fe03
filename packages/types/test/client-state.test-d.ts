import { type } from "arktype";
import * as v from "valibot";
import { describe, expectTypeOf, it } from "vitest";
import { z } from "zod";
import { decodeClientState, encodeClientState } from "../src/client-state.ts";
import type { CallAnsweredEvent, CallRecordingSavedEvent, DialResponse, VoiceEvent } from "../src/index.ts";

describe("decodeClientState", () => {
  it("types what the schemas of the field's libraries have", () => {
    const state = encodeClientState({ step: "menu", tries: 2 });
    const zod = decodeClientState(state, z.object({ step: z.string(), tries: z.number() }));
    expectTypeOf(zod).toEqualTypeOf<{ step: string; tries: number } | undefined>();
    const valibot = decodeClientState(state, v.object({ step: v.picklist(["menu", "end"]) }));
    expectTypeOf(valibot).toEqualTypeOf<{ step: "menu" | "end" } | undefined>();
    const arktype = decodeClientState(state, type({ tries: "number" }), { onMismatch: "undefined" });
    expectTypeOf(arktype).toEqualTypeOf<{ tries: number } | undefined>();
    expectTypeOf(decodeClientState(state)).toEqualTypeOf<unknown>();
  });

  it("takes events, payloads, answers and texts, and nothing else", () => {
    const take = (
      event: VoiceEvent,
      answered: CallAnsweredEvent,
      recorded: CallRecordingSavedEvent,
      dialled: DialResponse,
    ) => {
      decodeClientState(event);
      decodeClientState(event.data);
      decodeClientState(answered.data.payload);
      decodeClientState(recorded);
      decodeClientState(dialled);
      decodeClientState(dialled.data);
      decodeClientState(answered.data.payload.client_state);
      // @ts-expect-error a number is none
      decodeClientState(5);
      // @ts-expect-error what has none is not taken
      decodeClientState({ state: "active" });
    };
    expectTypeOf(take).toBeFunction();
  });
});
