import { type Diagnostic, diagnose } from "../diagnostic.ts";
import { operationKey } from "../document/openapi.ts";
import type { Field, Model, Operation, Shape } from "../model.ts";

/** Every list that has pages says how they are walked: the client would give the first one as if it were all. */
export function* pagination({ operations, schemas }: Model): Generator<Diagnostic> {
  const shapes = new Map(schemas.map(({ name, shape }) => [name, shape]));
  for (const operation of operations) {
    const { method, path, pointer } = operation;
    if (method !== "get" || operation.pagination !== undefined) continue;
    const sign = signOfPages(operation, shapes);
    if (sign === undefined) continue;
    const key = operationKey(method, path);
    const message = `${key} answers with a list that has pages, by its ${sign}, but not with what leads to the next.`;
    yield diagnose("pagination-unknown", message, { pointer });
  }
}

type Shapes = ReadonlyMap<string, Shape>;

/** What tells that an operation's list has pages; undefined where nothing does, and where there is no list. */
function signOfPages({ query, success }: Operation, shapes: Shapes): string | undefined {
  const answers = formsOf(success.shape, shapes);
  const fields = fieldsOf(answers);
  const isList = [...answers, ...fields.flatMap(({ shape }) => formsOf(shape, shapes))].some(
    ({ kind }) => kind === "list",
  );
  if (!isList) return undefined;
  const meta = fields.filter(({ name }) => name === "meta").flatMap(({ shape }) => fieldsOf(formsOf(shape, shapes)));
  const parameter = query.find(({ name }) => asking.has(plain(name)));
  if (parameter !== undefined) return `parameter ${parameter.name}`;
  const field = [...fields, ...meta].find(({ name }) => telling.has(plain(name)));
  return field === undefined ? undefined : `field ${field.name}`;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** What a parameter is called that asks for a page, in `plain` letters. */
const asking = words(
  "page pagenumber pagesize pagetoken pagecursor perpage recordsperpage limit offset cursor nextcursor nexttoken " +
    "startingafter endingbefore after before",
);

/** What a field of an answer, or of its `meta`, is called that tells of pages. */
const telling = words(
  "page pages pagenumber pagesize pagetoken pagecursor totalpages cursor cursors hasmore hasnext next nextpage " +
    "nextpagetoken nextpageuri nextpageurl nextcursor nexttoken nexturi nexturl nextlink",
);

/** `page[number]` → `page`, `PageToken` → `pagetoken`, `per_page` → `perpage`. */
function plain(name: string): string {
  return name
    .replace(/\[.*/s, "")
    .replace(/[^A-Za-z]/g, "")
    .toLowerCase();
}

function fieldsOf(forms: readonly Shape[]): readonly Field[] {
  return forms.flatMap((form) => (form.kind === "structure" ? form.fields : []));
}

/** What a shape may be: for a name what it stands for, for a union each of its members. */
function formsOf(shape: Shape | undefined, shapes: Shapes, seen = new Set<string>()): readonly Shape[] {
  if (shape?.kind === "union") return shape.members.flatMap((member) => formsOf(member, shapes, seen));
  if (shape?.kind !== "named") return shape === undefined ? [] : [shape];
  return seen.has(shape.name) ? [] : formsOf(shapes.get(shape.name), shapes, seen.add(shape.name));
}
