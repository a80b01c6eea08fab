/** Reads JSON; `undefined` for invalid JSON. `__proto__` keys are dropped, so no later copy can reach a prototype. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text, (key, value) => (key === '__proto__' ? undefined : value))
  } catch {
    return undefined // HTML, plain text or nothing.
  }
}
