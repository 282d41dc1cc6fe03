/** The languages of the examples, in the order of their tabs; `fence` is what their blocks of code begin with. */
export const codeLanguages = [
  { fence: "ts", title: "TypeScript" },
  { fence: "sh", title: "curl" },
  { fence: "ruby", title: "Ruby" },
] as const;
