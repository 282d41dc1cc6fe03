/** A word of a POSIX shell: as it is where nothing in it means anything, else between single quotes. */
export function shellWord(text: string): string {
  return /^[A-Za-z0-9_./:@%+=,-]+$/.test(text) ? text : shellQuoted(text);
}

/** A text between single quotes, in which a shell leaves all as it is. No word can hold a NUL. */
export function shellQuoted(text: string): string {
  return `'${text.replaceAll("\0", "\ufffd").replaceAll("'", "'\\''")}'`;
}
