/**
 * Reads JSON; `undefined` for invalid JSON. `__proto__` keys are dropped, so no later copy can reach a prototype. A byte
 * order mark is skipped. A whole number beyond 2^53, which JavaScript would round to another id, becomes a text of its digits.
 */
export function parseJson(text: string): unknown {
  try {
    const json = quoteLargeNumbers(text.replace(/^\ufeff/, ''))
    // Visiting every value takes longer than parsing, and only these letters, written out or escaped, make that key.
    return /__proto__|\\u/.test(json) ? JSON.parse(json, withoutPrototype) : JSON.parse(json)
  } catch {
    return undefined // HTML, plain text or nothing.
  }
}

function withoutPrototype(key: string, value: unknown): unknown {
  return key === '__proto__' ? undefined : value
}

/** Newer runtimes show a number's source text to the reviver of `JSON.parse`; Node 20 does not. */
function quoteLargeNumbers(json: string): string {
  if (!/\d{16}/.test(json)) return json
  let inString = false
  // Each token is short, so no input makes the expression backtrack: an escape, a quotation mark, or a number.
  return json.replace(/\\.|"|-?\d[\d.eE+-]*/gs, (token) => {
    if (token === '"') inString = !inString
    return !inString && isLargeInteger(token) ? `"${token}"` : token
  })
}

function isLargeInteger(token: string): boolean {
  return /^-?[1-9]\d{15,}$/.test(token) && !Number.isSafeInteger(Number(token))
}
