import type * as z from 'zod'

/** A field of a body. */
export interface Field {
  value: unknown
  /** True for a value that the field's schema takes; `undefined` is taken by an optional one. */
  accepts: (value: unknown) => boolean
}

/**
 * Maps every field of a body at any depth, together with its schema; a field that becomes `undefined` is left out. Fields
 * and elements that the schema does not know stay as they are.
 */
export function mapFields({
  schema,
  given,
  map,
}: {
  schema: z.ZodType
  given: unknown
  map: (field: Field) => unknown
}): unknown {
  return mapPart({ schemas: [schema], given, map })
}

/** A part of a body; it has several schemas where it may be one of several things, as in a union. */
interface Part {
  schemas: z.ZodType[]
  given: unknown
  map: (field: Field) => unknown
}

function mapPart({ schemas, given, map }: Part): unknown {
  if (typeof given !== 'object' || given === null) return given
  const defs = schemas.flatMap(unwrap)
  if (Array.isArray(given)) {
    const elements = defs.flatMap((def) => (def.type === 'array' ? [def.element as z.ZodType] : []))
    return elements.length === 0 ? given : given.map((item) => mapField({ schemas: elements, given: item, map }))
  }
  const shapes = defs.flatMap((def) => (def.type === 'object' ? [def.shape as Record<string, z.ZodType>] : []))
  const mapped = Object.entries(given).map(([name, value]) => {
    const fields = shapes.flatMap((shape) => (Object.hasOwn(shape, name) ? (shape[name] ?? []) : []))
    return [name, fields.length === 0 ? value : mapField({ schemas: fields, given: value, map })]
  })
  return Object.fromEntries(mapped.filter(([, value]) => value !== undefined))
}

function mapField({ schemas, given, map }: Part): unknown {
  const accepts = (value: unknown): boolean => schemas.some((schema) => schema.safeParse(value).success)
  if (typeof given !== 'object' || given === null) return map({ value: given, accepts })
  return mapPart({ schemas, given, map })
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
