import type * as z from 'zod'

/** A path in a body; `*` is any place of a list. */
export type FieldPath = (string | number)[]

/** Lists every optional field of a schema that does not allow null, e.g. `filter.*.name`. */
export function listOptionalFields(schema: z.ZodType, path: FieldPath = []): FieldPath[] {
  const found = listNested(schema, path)
  return [...new Map(found.map((field) => [field.join('.'), field])).values()]
}

function listNested(schema: z.ZodType, path: FieldPath): FieldPath[] {
  const { def } = (schema as unknown as z.core.$ZodTypes)._zod // Zod's own list of all kinds of schema.
  switch (def.type) {
    case 'object':
      return Object.entries(def.shape).flatMap(([name, field]) => listField(field as z.ZodType, [...path, name]))
    case 'array':
      return listNested(def.element as z.ZodType, [...path, '*'])
    case 'union':
      return def.options.flatMap((option) => listNested(option as z.ZodType, path))
    case 'pipe':
      return [def.in, def.out].flatMap((part) => listNested(part as z.ZodType, path))
    case 'optional':
    case 'nullable':
    case 'default':
      return listNested(def.innerType as z.ZodType, path)
    default:
      return []
  }
}

function listField(field: z.ZodType, path: FieldPath): FieldPath[] {
  const isOptional = field.safeParse(undefined).success && !field.safeParse(null).success
  return [...(isOptional ? [path] : []), ...listNested(field, path)]
}

/** Every place of a body that a path leads to, e.g. `filter.0.name`. */
export function findPlaces(body: unknown, [first, ...rest]: FieldPath): FieldPath[] {
  if (typeof body !== 'object' || body === null || first === undefined) return []
  const names = first === '*' ? Array.isArray(body) && [...body.keys()] : Object.hasOwn(body, first) && [first]
  if (!names) return []
  if (rest.length === 0) return names.map((name) => [name])
  return names.flatMap((name) => findPlaces(Reflect.get(body, name), rest).map((place) => [name, ...place]))
}

/** A copy of a body with a field set, or without it for `undefined`. */
export function withField(body: unknown, place: FieldPath, value: unknown): unknown {
  const copy: unknown = structuredClone(body)
  const parent = place.slice(0, -1).reduce<unknown>((part, name) => Reflect.get(part as object, name), copy) as object
  const name = place.at(-1) ?? ''
  if (value === undefined) Reflect.deleteProperty(parent, name)
  else Reflect.set(parent, name, value)
  return copy
}
