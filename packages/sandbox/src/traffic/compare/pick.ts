/** Reads a part of a JSON value by its path; `undefined` if it is missing. */
export function pick(value: unknown, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>(
    (part, key) => (typeof part === 'object' && part !== null ? Reflect.get(part, key) : undefined),
    value,
  )
}

/** Reads a part as a text: ids are texts or numbers. */
export function pickText(value: unknown, ...path: (string | number)[]): string | undefined {
  const part = pick(value, ...path)
  return typeof part === 'string' || typeof part === 'number' ? String(part) : undefined
}

/** Reads a part as a list; empty if it is none. */
export function pickList(value: unknown, ...path: (string | number)[]): unknown[] {
  const part = pick(value, ...path)
  return Array.isArray(part) ? part : []
}
