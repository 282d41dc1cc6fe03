import { loadDocument } from "./load/document.ts";
import { loadSyncedSpecs } from "./load/specs.ts";
import { printJson, sync } from "./sync.ts";
import { writeFiles } from "./write.ts";
async function main() {
  const [, , , from, folder = "specs"] = process.argv;
  const specs = await loadSyncedSpecs(folder);
  const doc = await loadDocument(from!);
  console.log(specs.diagnostics, doc.diagnostics);
  const out = sync(doc.value!, specs.value!);
  console.log(out.diagnostics, out.value?.lock, out.value?.comparison.operations.added.length, out.value?.newNames.length);
  await writeFiles(folder, [
    { path: "voice.openapi.json", text: printJson(out.value!.contract) },
    { path: "voice.lock.json", text: printJson(out.value!.lock) },
    { path: "names.json", text: printJson(out.value!.names) },
  ]);
}
void main();
