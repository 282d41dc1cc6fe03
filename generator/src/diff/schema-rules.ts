import type { Finding } from "./change.ts";
import type { FlatSchema } from "./flat-schema.ts";
import { isOneSided } from "./is-one-sided.ts";
import { additionalProperties } from "./schema/additional-properties.ts";
import { constraints } from "./schema/constraints.ts";
import { type Discriminated, discriminator } from "./schema/discriminator.ts";
import { enumValues } from "./schema/enum-values.ts";
import { keywords } from "./schema/keywords.ts";
import { limits } from "./schema/limits.ts";
import { marks } from "./schema/marks.ts";
import { nullability } from "./schema/nullability.ts";
import { properties } from "./schema/properties.ts";
import { texts } from "./schema/texts.ts";
import { types } from "./schema/types.ts";

/** A rule on one schema looks at both sides of it and gives what it finds; what lies below is not its business. */
export type SchemaRule = (base: FlatSchema, head: FlatSchema, sides: Discriminated) => Iterable<Finding>;

/** The rules on schemas, in the order in which their findings are told. */
const all: readonly SchemaRule[] = [
  types,
  nullability,
  enumValues,
  keywords,
  limits,
  constraints,
  properties,
  additionalProperties,
  discriminator,
  marks,
  texts,
];

/** The rules that hold for two schemas: where one side alone has alternatives, the rest is compared with those. */
export function schemaRules(base: FlatSchema, head: FlatSchema): readonly SchemaRule[] {
  return isOneSided(base, head) ? [nullability] : all;
}
