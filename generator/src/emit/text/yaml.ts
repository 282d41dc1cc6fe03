/**
 * A text as a double-quoted scalar of YAML, on one line. JSON's form is one already; what YAML does not count as printable,
 * or takes for the end of a line, is escaped as well, and
 * halves of characters become replacement characters.
 */
export function yamlText(text: string): string {
  const whole = text.replace(/\p{Surrogate}/gu, "\ufffd");
  return JSON.stringify(whole).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
