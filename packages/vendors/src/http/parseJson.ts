/**
 * Reads JSON; `undefined` for invalid JSON. `__proto__` keys are dropped, so no later copy can reach a prototype. A byte
 * order mark is skipped. A whole number beyond 2^53, which JavaScript would round to another id, becomes a text of its digits.
 */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(quoteLargeNumbers(text.replace(/^\ufeff/, '')), (key, value) =>
      key === '__proto__' ? undefined : value,
    )
  } catch {
    return undefined // HTML, plain text or nothing.
  }
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
