import { readdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import ts from "typescript";

/**
 * Writes the declarations: a file for each source, by TypeScript itself. A bundler of declarations moves comments to the
 * line of the member before, where TypeScript takes them for that member's; and who reads events only would read all.
 *
 * Both formats have the same types: `.d.cts` has them, `.d.ts` leads there. Half the size on the user's disk.
 */
export async function writeDeclarations(entries: readonly string[]): Promise<void> {
  const files = await readdir("src", { recursive: true });
  for (const source of files.filter((path) => path.endsWith(".ts")).map((path) => join("src", path))) {
    const { outputText } = ts.transpileDeclaration(await readFile(source, "utf8"), {
      fileName: source,
      compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
      transformers: { afterDeclarations: [besideEachOther, withoutRareMethods, inFewLines] },
    });
    // Tabs are a quarter of what TypeScript indents by, which in files this deep is a tenth of them.
    const text = outputText.replace(/^(?: {4})+/gm, (spaces) => "\t".repeat(spaces.length / 4));
    await writeFile(`dist/${basename(source, ".ts")}.d.cts`, text);
  }
  for (const entry of entries) await writeFile(`dist/${entry}.d.ts`, `export * from "./${entry}.cjs";\n`);
}

/** Has a file lead to the others as they lie in `dist`, all in one folder. */
const besideEachOther: ts.TransformerFactory<ts.SourceFile | ts.Bundle> = (context) => (file) => {
  const { factory } = context;
  const specifier = (node: ts.Expression) => {
    return factory.createStringLiteral(`./${basename((node as ts.StringLiteral).text, ".ts")}.cjs`);
  };
  const visit = (node: ts.Node): ts.Node => {
    if (ts.isImportDeclaration(node)) {
      const { modifiers, importClause, moduleSpecifier, attributes } = node;
      return factory.updateImportDeclaration(node, modifiers, importClause, specifier(moduleSpecifier), attributes);
    }
    if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) {
      const { modifiers, isTypeOnly, exportClause, moduleSpecifier, attributes } = node;
      const target = specifier(moduleSpecifier);
      return factory.updateExportDeclaration(node, modifiers, isTypeOnly, exportClause, target, attributes);
    }
    return node;
  };
  return ts.visitEachChild(file, visit, context);
};

/** Leaves out that a path has no method which no path of the contract has. */
const withoutRareMethods: ts.TransformerFactory<ts.SourceFile | ts.Bundle> = (context) => (file) => {
  const visit = (node: ts.Node): ts.Node | undefined => {
    return isRareMethod(node) ? undefined : ts.visitEachChild(node, visit, context);
  };
  return ts.visitEachChild(file, visit, context);
};

function isRareMethod(node: ts.Node): boolean {
  if (!ts.isPropertySignature(node) || node.type?.kind !== ts.SyntaxKind.NeverKeyword) return false;
  return ts.isIdentifier(node.name) && ["options", "head", "trace"].includes(node.name.text);
}

/** Puts what says no more than that there is nothing, such as the parameters of most operations, on a line. */
const inFewLines: ts.TransformerFactory<ts.SourceFile | ts.Bundle> = () => (file) => {
  const visit = (node: ts.Node): void => {
    if (ts.isTypeLiteralNode(node) && node.members.every(isEmpty)) ts.setEmitFlags(node, ts.EmitFlags.SingleLine);
    else ts.forEachChild(node, visit);
  };
  ts.forEachChild(file, visit);
  return file;
};

function isEmpty(member: ts.TypeElement): boolean {
  const { NeverKeyword, UnknownKeyword } = ts.SyntaxKind;
  if (ts.isIndexSignatureDeclaration(member)) return member.type.kind === UnknownKeyword;
  return ts.isPropertySignature(member) && member.type?.kind === NeverKeyword;
}
