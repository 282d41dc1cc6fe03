import ts from "typescript";

/** What a comment says of a method. */
export interface MethodDocs {
  readonly name: string;
  /** The names of its tags, as a reader of JSDoc finds them. */
  readonly tags: readonly string[];
  /** The code of its example. */
  readonly example: string;
}

/** What the comments of a program's interfaces say of their methods. */
export function methodDocs(text: string): MethodDocs[] {
  const { statements } = ts.createSourceFile("a.ts", text, ts.ScriptTarget.ES2022, true);
  return statements.filter(ts.isInterfaceDeclaration).flatMap(({ members }) =>
    members.filter(ts.isMethodSignature).map((member) => {
      const tags = ts.getJSDocTags(member);
      const example = tags.find(({ tagName }) => tagName.text === "example");
      const code = ts.getTextOfJSDocComment(example?.comment) ?? "";
      return {
        name: ts.isIdentifier(member.name) || ts.isStringLiteral(member.name) ? member.name.text : "",
        tags: tags.map(({ tagName }) => tagName.text),
        example: /^```ts\n(.*)\n```$/s.exec(code)?.[1] ?? "",
      };
    }),
  );
}
