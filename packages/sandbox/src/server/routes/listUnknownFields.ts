/**
 * Lists the fields of a body that its schema dropped, at any depth, e.g. `user.age`. A part that the schema converted
 * from a list into something else, or the other way round, is skipped.
 */
export function listUnknownFields({
  input,
  parsed,
  path = '',
}: {
  input: unknown
  parsed: unknown
  path?: string
}): string[] {
  if (!isObject(input) || !isObject(parsed) || Array.isArray(input) !== Array.isArray(parsed)) return []
  return Object.entries(input).flatMap(([name, value]) => {
    const at = path === '' ? name : `${path}.${name}`
    return Object.hasOwn(parsed, name) ? listUnknownFields({ input: value, parsed: parsed[name], path: at }) : [at]
  })
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
