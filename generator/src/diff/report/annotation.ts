import { visible } from "../../report.ts";

/** What an annotation is shown as, and where. */
export interface AnnotationPlace {
  readonly file?: string;
  readonly line?: number;
  readonly title: string;
}

/** A workflow command that a runner of GitHub makes an annotation of. No text in it can begin another command. */
export function annotation(kind: "error" | "warning" | "notice", message: string, place: AnnotationPlace): string {
  const properties = Object.entries(place).map(([name, value]) => `${name}=${property(String(value))}`);
  return `::${kind} ${properties.join(",")}::${data(message)}`;
}

function data(text: string): string {
  return visible(text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A"));
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
