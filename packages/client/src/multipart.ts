import { TelnyxError } from "./telnyx-error.ts";

/**
 * A file to upload: its content, or where it lies (`{ path }`, on Node, Bun and Deno). A `File` has its name with it. A
 * stream is read into memory first, since an attempt may have to be repeated.
 */
export type Upload =
  | Blob
  | ArrayBuffer
  | ArrayBufferView
  | ReadableStream<Uint8Array>
  | AsyncIterable<Uint8Array>
  | { readonly path: string };

/** The fields of an upload, with files in place of what the specification calls text. */
export type WithFiles<Fields, Name extends PropertyKey> = Omit<Fields, Name> & {
  [Key in keyof Fields as Key extends Name ? Key : never]: Upload;
};

/** Writes fields as `multipart/form-data`; those that hold files are read. */
export async function multipartBody(fields: object, files: readonly string[]): Promise<FormData> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (value == null) continue;
    if (files.includes(name)) form.append(name, ...(await fileOf(name, value)));
    else form.append(name, String(value));
  }
  return form;
}

/** What a file is called and is: by its ending, else by how its content begins. */
const kinds: readonly (readonly [ending: string, type: string, start: RegExp])[] = [
  ["mp3", "audio/mpeg", /^(ID3|\xff[\xe2-\xfb])/],
  ["wav", "audio/wav", /^RIFF/],
  ["ogg", "audio/ogg", /^OggS/],
];

async function fileOf(
  field: string,
  value: Upload & { name?: string; path?: string | object },
): Promise<[Blob, string]> {
  if (Object(value) !== value) throw new TelnyxError(`\`${field}\` must be a file's content, or \`{ path }\``);
  const name = value.name ?? value.path?.toString().split(/[\\/]/).pop();
  if (value instanceof Blob) return [value, name ?? field];
  const blob = await blobOf(value);
  const start = String.fromCharCode(...new Uint8Array(await blob.slice(0, 4).arrayBuffer()));
  const kind = kinds.find(([ending, , pattern]) =>
    name ? name.toLowerCase().endsWith(`.${ending}`) : pattern.test(start),
  );
  if (!kind) return [blob, name ?? field];
  const [ending, type] = kind;
  return [new Blob([blob], { type }), name ?? `${field}.${ending}`];
}

/** A stream of Node's that reads a file has its path, too, and is one all the same. */
async function blobOf(content: Upload): Promise<Blob> {
  if (content instanceof Blob) return content;
  if (Symbol.asyncIterator in content) {
    const chunks: Blob[] = [];
    // Copied at once: what gives the chunks may write the next into the same memory.
    for await (const chunk of content) chunks.push(new Blob([chunk as BlobPart]));
    return new Blob(chunks);
  }
  return "path" in content ? new Blob([await readFile(content.path)]) : new Response(content as BodyInit).blob();
}

/** Reads a file of the machine. Asked for by name, so that bundles for browsers are none the wiser. */
function readFile(path: string): Promise<BlobPart> {
  const fs = (globalThis as Partial<NodeGlobal>).process?.getBuiltinModule?.("node:fs/promises");
  if (fs === undefined) throw new TelnyxError("This runtime reads no files: pass the content");
  return fs.readFile(path);
}

interface NodeGlobal {
  readonly process: { getBuiltinModule?(name: string): { readFile(path: string): Promise<BlobPart> } };
}
