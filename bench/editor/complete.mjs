// `node complete.mjs FOLDER PROGRAM`: opens a program in a folder as an editor does, and asks for the names at `‸`: once,
// and after each of nine edits. Prints as JSON how many ms each took (of the edits the median), and how many names came.
import { importTest } from "../import-test.mjs";
import { median } from "../measure.mjs";

const { openEditor } = await importTest("editor/open-editor.ts");
const [folder, program] = process.argv.slice(2);

const start = performance.now();
const editor = openEditor(folder, { skipLibCheck: true });
const { length: count } = editor.complete(program);
const first = performance.now() - start;
if (count === 0) throw new Error(`Nothing is offered in:\n${program}`);
let text = program;
const edited = Array.from({ length: 9 }, (_, edit) => {
  text = `const edit${edit} = ${edit};\n${text}`;
  const begin = performance.now();
  if (editor.complete(text).length !== count) throw new Error("An edit changed what is offered.");
  return performance.now() - begin;
});
process.stdout.write(JSON.stringify({ first, edited: median(edited), count }));
