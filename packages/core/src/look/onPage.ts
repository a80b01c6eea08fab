/** Returns the page's one object of a name, though a page may hold this code twice: in a bundle, and as a script tag. */
export function onPage<Value>(name: string, create: () => Value): Value {
  const page = globalThis as unknown as Record<symbol, Value | undefined> // Keyed by symbols of our own.
  const key = Symbol.for(`crm-chat.${name}`)
  const value = page[key] ?? create()
  page[key] = value
  return value
}
