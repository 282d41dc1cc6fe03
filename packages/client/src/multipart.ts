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
    if (files.includes(name)) form.append(name, await blobOf(value), fileName(value) ?? name);
    else form.append(name, String(value));
  }
  return form;
}

function fileName({ name, path }: { name?: string; path?: string | object }): string | undefined {
  return name ?? path?.toString().split(/[\\/]/).pop();
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
