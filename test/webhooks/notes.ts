import { existsSync, readFileSync } from "node:fs";

/** A line that a process has written down: what happened to which event, where and when. */
export interface Note {
  readonly word: string;
  readonly id: string;
  readonly pid: number;
  readonly at: number;
}

/** Reads the notes of a file. */
export function readNotes(file: string): Note[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n").slice(0, -1);
  return lines.map((line) => {
    const [word = "", id = "", pid, at] = line.split(" ");
    return { word, id, pid: Number(pid), at: Number(at) };
  });
}

/** Notes by the event that they are about, each event's in the order of time. */
export function groupNotes(notes: readonly Note[]): Map<string, Note[]> {
  const groups = new Map<string, Note[]>();
  for (const note of notes) {
    const group = groups.get(note.id);
    if (group === undefined) groups.set(note.id, [note]);
    else group.push(note);
  }
  return groups;
}
