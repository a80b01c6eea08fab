import type * as z from 'zod'

/** True for a value that counts as a missing field, e.g. null. */
export type IsAbsent = (value: unknown) => boolean

/**
 * Leaves out the optional fields of a body whose value counts as absent, at any depth. Required fields stay, and so does a
 * value that the schema itself allows, such as the null that ends webhooks. Unknown fields stay too.
 */
export function dropAbsent({
  schema,
  given,
  isAbsent,
}: {
  schema: z.ZodType
  given: unknown
  isAbsent: IsAbsent
}): unknown {
  return drop({ schemas: [schema], given, isAbsent })
}

/** Several schemas where the body may be one of several, as in a union. */
interface Part {
  schemas: z.ZodType[]
  given: unknown
  isAbsent: IsAbsent
}

function drop({ schemas, given, isAbsent }: Part): unknown {
  if (typeof given !== 'object' || given === null) return given
  const inner = schemas.flatMap(unwrap)
  if (Array.isArray(given)) {
    const elements = inner.flatMap((def) => (def.type === 'array' ? [def.element as z.ZodType] : []))
    return elements.length === 0 ? given : given.map((item) => drop({ schemas: elements, given: item, isAbsent }))
  }
  const shapes = inner.flatMap((def) => (def.type === 'object' ? [def.shape as Record<string, z.ZodType>] : []))
  const kept = Object.entries(given).flatMap(([name, value]) => {
    const fields = shapes.flatMap((shape) => (Object.hasOwn(shape, name) ? (shape[name] ?? []) : []))
    if (isAbsent(value) && mayBeMissing(fields, value)) return []
    return [[name, fields.length === 0 ? value : drop({ schemas: fields, given: value, isAbsent })]]
  })
  return Object.fromEntries(kept)
}

function mayBeMissing(fields: z.ZodType[], value: unknown): boolean {
  const accepts = (given: unknown): boolean => fields.some((field) => field.safeParse(given).success)
  return accepts(undefined) && !accepts(value)
}

/** The definition of a schema without its wrappers, and of every option of a union. */
function unwrap(schema: z.ZodType): z.core.$ZodTypes['_zod']['def'][] {
  const { def } = (schema as unknown as z.core.$ZodTypes)._zod // Zod's own list of all kinds of schema.
  switch (def.type) {
    case 'union':
      return def.options.flatMap((option) => unwrap(option as z.ZodType))
    case 'pipe':
      return [def.in, def.out].flatMap((part) => unwrap(part as z.ZodType))
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'nonoptional':
    case 'readonly':
    case 'catch':
      return unwrap(def.innerType as z.ZodType)
    default:
      return [def]
  }
}
