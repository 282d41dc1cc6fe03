import { describe, expectTypeOf, it } from "vitest";
import type { Upload, WithFiles } from "../src/multipart.ts";

describe("WithFiles", () => {
  it("has files in place of texts, needed where they were", () => {
    type Fields = { media: string; cover?: string; name?: string };
    expectTypeOf<WithFiles<Fields, "media">["media"]>().toEqualTypeOf<Upload>();
    expectTypeOf<{ media: Blob; name: string }>().toExtend<WithFiles<Fields, "media" | "cover">>();
    expectTypeOf<{ cover: Blob }>().not.toExtend<WithFiles<Fields, "media" | "cover">>();
    expectTypeOf<{ media: string }>().not.toExtend<WithFiles<Fields, "media">>();
  });

  it("leaves a file out that may be left out", () => {
    type Fields = { media?: string; media_url?: string };
    expectTypeOf<{ media_url: string }>().toExtend<WithFiles<Fields, "media">>();
    expectTypeOf<WithFiles<Fields, "media">["media"]>().toEqualTypeOf<Upload | undefined>();
  });
});
