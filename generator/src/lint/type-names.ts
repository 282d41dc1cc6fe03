import { type Diagnostic, diagnose } from "../diagnostic.ts";
import { exportedNames, isTypeName } from "../model/name.ts";
import type { Model, Shape } from "../model.ts";

/** An exported type: its name, what it stands for, and who gives it that name. */
interface NamedType {
  readonly name: string;
  /** The component it stands for; undefined for a type of its own. */
  readonly component: string | undefined;
  readonly owner: string;
  readonly isSchema?: boolean;
  readonly pointer: string;
}

/** A type name stands for one thing. Two that stand for the same component are one. */
export function* typeNames(model: Model): Generator<Diagnostic> {
  const taken = new Map<string, NamedType>(
    [...exportedNames].map((name) => {
      return [name, { name, component: undefined, owner: "the packages themselves", pointer: "#" }];
    }),
  );
  for (const type of namedTypes(model)) {
    const other = taken.get(type.name);
    const place = { pointer: type.pointer };
    if (!isTypeName(type.name))
      yield diagnose("type-name-invalid", `${type.owner} cannot be called ${type.name}.`, place);
    if (other !== undefined && (type.component === undefined || type.component !== other.component)) {
      const code = type.isSchema || other.isSchema ? "schema-name-taken" : "type-name-duplicate";
      yield diagnose(code, `${type.owner} and ${other.owner} are both called ${type.name}.`, place);
    }
    taken.set(type.name, type);
  }
}

function* namedTypes(model: Model): Generator<NamedType> {
  for (const { name, typeName, pointer } of model.schemas) {
    yield { name: typeName, component: name, owner: `the schema ${name}`, isSchema: true, pointer };
  }
  for (const { id, types, body, success, pointer } of model.operations) {
    const owner = `of the operation ${id}`;
    if (types.request)
      yield {
        name: types.request,
        component: component(body?.contents[0]?.shape),
        owner: `the body ${owner}`,
        pointer,
      };
    if (types.query) yield { name: types.query, component: undefined, owner: `the query ${owner}`, pointer };
    if (types.response)
      yield { name: types.response, component: component(success.shape), owner: `the response ${owner}`, pointer };
  }
  for (const { name, types, schema, pointer } of model.events) {
    yield { name: types.event, component: schema, owner: `the event ${name}`, pointer };
    yield { name: types.payload, component: undefined, owner: `the payload of the event ${name}`, pointer };
  }
  for (const { kind, type } of model.texmlCallbacks) {
    yield { name: type, component: undefined, owner: `the TeXML callback ${kind}`, pointer: "#" };
  }
}

function component(shape: Shape | undefined): string | undefined {
  return shape?.kind === "named" ? shape.name : undefined;
}
