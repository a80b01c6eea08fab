/** Name and message of whatever was thrown, for the log. Never throws itself. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return `a ${typeof error} was thrown`
  return `${error.name}: ${error.message}`
}
