import { fromPointer } from "../../document/pointer.ts";

/**
 * The line, from 1, on which the place of a JSON pointer begins in a JSON text: that of its key. Where the text does not
 * have the whole way, that of the last part of it that is there.
 */
export function lineOf(text: string, pointer: string): number {
  let [at, value] = [0, skipSpace(text, 0)];
  for (const key of fromPointer(pointer) ?? []) {
    const member = findMember(text, value, key);
    if (member === undefined) break;
    [at, value] = member;
  }
  return text.slice(0, at).split("\n").length;
}

/** Where a member of the object or list at a place begins, and where its value does. */
function findMember(text: string, start: number, wanted: string): [number, number] | undefined {
  const isObject = text[start] === "{";
  if (!isObject && text[start] !== "[") return undefined;
  let at = skipSpace(text, start + 1);
  for (let index = 0; at < text.length && text[at] !== "}" && text[at] !== "]"; index++) {
    const keyEnd = isObject ? skipString(text, at) : at;
    const value = isObject ? skipSpace(text, skipSpace(text, keyEnd) + 1) : at;
    const key = isObject ? JSON.parse(text.slice(at, keyEnd)) : String(index);
    if (key === wanted) return [at, value];
    const end = skipSpace(text, skipValue(text, value));
    at = text[end] === "," ? skipSpace(text, end + 1) : end;
  }
  return undefined;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && " \n\r\t".includes(text.charAt(at))) at++;
  return at;
}

/** Behind the quote that ends the string. */
function skipString(text: string, from: number): number {
  for (let end = text.indexOf('"', from + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let first = end;
    while (text[first - 1] === "\\") first--;
    if ((end - first) % 2 === 0) return end + 1;
  }
  return text.length;
}

function skipValue(text: string, from: number): number {
  let [at, depth] = [from, 0];
  do {
    const character = text.charAt(at);
    if (character === '"') at = skipString(text, at);
    else {
      if (character === "{" || character === "[") depth++;
      else if (character === "}" || character === "]") depth--;
      at++;
    }
    if (depth === 0 && /[\s,}\]]|^$/.test(text.charAt(at))) return at;
  } while (at < text.length);
  return at;
}
