import type * as z from 'zod'

/** A value, and the names of the optional fields that were left out of it, e.g. `contact.phone`. */
export interface LenientResult<Value> {
  value: Value
  droppedFields: string[]
}

type Path = readonly PropertyKey[]

/** Fields that are left out at most; a value with more invalid ones is not this kind of value. */
const maximumDropped = 100

/**
 * Reads a value without its invalid optional fields. A field is left out with the object around it if it is required there,
 * e.g. `quotedMessage` without a valid id. `undefined` when a required field is invalid.
 */
export function parseLeniently<Value>(schema: z.ZodType<Value>, raw: unknown): LenientResult<Value> | undefined {
  const dropped = new Map<string, Path>()
  for (let rest = raw; ; ) {
    const result = schema.safeParse(rest)
    if (result.success) return { value: result.data, droppedFields: outermost([...dropped.keys()]) }
    const paths = result.error.issues.flatMap(toPaths).map((path) => toOptional({ path, value: rest }))
    for (const path of paths) {
      if (path.length === 0 || dropped.size === maximumDropped) return undefined
      dropped.set(path.map(String).join('.'), path)
      rest = omit({ path, value: rest })
    }
  }
}

/** Paths to the invalid fields: in a union, those of the alternative that fits but for some fields. */
function toPaths(issue: z.core.$ZodIssue): Path[] {
  if (issue.code !== 'invalid_union') return [issue.path]
  const alternatives = issue.errors.map((issues) => issues.flatMap(toPaths))
  const closest = alternatives.find((paths) => paths.length > 0 && paths.every((path) => path.length > 0))
  return closest ? closest.map((path) => [...issue.path, ...path]) : [issue.path]
}

/** Shortens a path to a field that is there. An item of a list is never left out alone: the list would say another thing. */
function toOptional({ path, value }: { path: Path; value: unknown }): Path {
  const last = path.at(-1)
  if (last === undefined) return path
  const isField = typeof last === 'string' && read({ path, value }) !== undefined
  return isField ? path : toOptional({ path: path.slice(0, -1), value })
}

function read({ path, value }: { path: Path; value: unknown }): unknown {
  return path.reduce<unknown>((inner, key) => (isObject(inner) ? inner[key] : undefined), value)
}

/** A copy without one field. */
function omit({ path, value }: { path: Path; value: unknown }): unknown {
  const [key, ...rest] = path
  if (key === undefined || !isObject(value)) return value
  const copy: Record<PropertyKey, unknown> = Array.isArray(value) ? Object.assign([], value) : { ...value }
  if (rest.length === 0) delete copy[key]
  else copy[key] = omit({ path: rest, value: value[key] })
  return copy
}

function isObject(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === 'object' && value !== null
}

/** Without the fields of an object that was left out itself. */
function outermost(names: string[]): string[] {
  return names.filter((name) => !names.some((other) => name.startsWith(`${other}.`)))
}
