import { concat } from "./concat.ts";
import { startLimit } from "./time-limit.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** The most bytes that a body may have: 1 MiB. */
export const maxBodyBytes = 1_048_576;

/** Within how many seconds a body must be there. Telnyx waits for an answer for 30 at most, and for 2 by default. */
const bodySeconds = 10;

/** Why there is no body: too many bytes, of which no more is kept; an end that did not come; or one that came too late. */
export type BodyFault = "too-large" | "broken" | "late";

/** Reads the body of a request, as far as it may be, in time. */
export function readBody(request: Request): Promise<Bytes | BodyFault> {
  return inTime(readChunks(request));
}

/** Waits for a body that is being read, but not for long. */
export async function inTime<Body>(reading: Promise<Body>): Promise<Body | BodyFault> {
  const limit = startLimit(bodySeconds);
  try {
    return (await Promise.race([reading, limit.over])) ?? "late";
  } catch {
    return "broken";
  } finally {
    limit.cancel();
  }
}

async function readChunks(request: Request): Promise<Bytes | BodyFault> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) {
    length += part.value.length;
    if (length > maxBodyBytes) {
      await reader?.cancel();
      return "too-large";
    }
    chunks.push(part.value);
  }
  return concat(chunks, length);
}
