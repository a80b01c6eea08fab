/**
 * Names the fields of a body that its schema left out, at any depth, e.g. `user.age`. A part that the schema turned from a
 * list into something else, or the other way round, is not looked into.
 */
export function listUnknownFields({
  given,
  parsed,
  path = '',
}: {
  given: unknown
  parsed: unknown
  path?: string
}): string[] {
  if (!isObject(given) || !isObject(parsed) || Array.isArray(given) !== Array.isArray(parsed)) return []
  return Object.entries(given).flatMap(([name, value]) => {
    const at = path === '' ? name : `${path}.${name}`
    return Object.hasOwn(parsed, name) ? listUnknownFields({ given: value, parsed: parsed[name], path: at }) : [at]
  })
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
