/** Errors within an error that are looked at. */
const maxErrors = 20

/**
 * Describes whatever was thrown, for the log: its name, its message, and the codes of the errors that caused it, such as
 * `ECONNREFUSED` or `CERT_HAS_EXPIRED`. Never throws itself.
 */
export function describeError(error: unknown): string {
  try {
    if (!(error instanceof Error)) return `a ${typeof error} was thrown`
    const codes = codesOf(error)
    return `${error.name}: ${error.message}${codes.length > 0 ? ` [${codes.join(', ')}]` : ''}`
  } catch {
    return 'an error that cannot be read was thrown'
  }
}

/** Lists the codes of an error, of its causes, and of the parts of an `AggregateError`, each once. */
function codesOf(error: Error): string[] {
  const codes = new Set<string>()
  const errors: unknown[] = [error]
  for (let index = 0; index < errors.length && index < maxErrors; index += 1) {
    const current = errors[index]
    if (!(current instanceof Error)) continue
    if ('code' in current && typeof current.code === 'string' && /^[A-Z][A-Z\d_]{2,60}$/.test(current.code)) {
      codes.add(current.code)
    }
    errors.push(current.cause)
    if (current instanceof AggregateError) errors.push(...current.errors)
  }
  return [...codes]
}
