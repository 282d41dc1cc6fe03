import { TelnyxError } from "./telnyx-error.ts";

/**
 * A file to upload: its content, or where it lies (`{ path }`, on Node, Bun and Deno). A `File` has its name with it. A
 * stream is read into memory first, since an attempt may have to be repeated.
 */
export type Upload =
  | Blob
  | ArrayBuffer
  | ArrayBufferView<ArrayBuffer>
  | ReadableStream<Uint8Array>
  | AsyncIterable<Uint8Array>
  | { readonly path: string };

/** The fields of an upload, with files in place of what the specification calls text. */
export type WithFiles<Fields, Name extends PropertyKey> = Omit<Fields, Name> & {
  [Key in keyof Fields & Name]: Upload;
};

/** Writes fields as `multipart/form-data`; those that hold files are read. */
export async function multipartBody(fields: object, files: readonly string[]): Promise<FormData> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (!files.includes(name)) {
      if (value != null) form.append(name, String(value));
    } else if (value != null) {
      const path: string | undefined = value.path;
      form.append(name, await blobOf(value, path), value.name ?? path?.split(/[\\/]/).pop() ?? name);
    }
  }
  return form;
}

/** A stream of Node's that reads a file has its path, too, and is one all the same. */
async function blobOf(content: Exclude<Upload, { readonly path: string }>, path: string | undefined): Promise<Blob> {
  if (content instanceof Blob) return content;
  if (path === undefined || Symbol.asyncIterator in content) return new Response(content as BodyInit).blob();
  return openFile(path);
}

/** Opens a file of the machine without reading it. Asked for by name, so that bundles for browsers are none the wiser. */
async function openFile(path: string): Promise<Blob> {
  const fs = (globalThis as Partial<NodeGlobal>).process?.getBuiltinModule?.("node:fs");
  if (fs === undefined) throw new TelnyxError("This runtime opens no files: pass the content, not a path");
  return fs.openAsBlob(path);
}

interface NodeGlobal {
  readonly process: { getBuiltinModule?(name: string): { openAsBlob(path: string): Promise<Blob> } };
}
