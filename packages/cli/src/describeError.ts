/** Describes whatever was thrown in one line, with the code of a network's failure. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return `a ${typeof error} was thrown`
  const code = codeOf(error) ?? codeOf(error.cause)
  const message = error.message.replace(/\s+/g, ' ').slice(0, 500).replace(/\.$/, '')
  return code === undefined || message.includes(code) ? message : `${message} (${code})`
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' && /^[A-Z][A-Z\d_]+$/.test(error.code) ? error.code : undefined
}
