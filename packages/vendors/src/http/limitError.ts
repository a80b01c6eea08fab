const code = 'ERR_RESPONSE_TOO_LARGE'

/** Error for a response that is longer than allowed, with a code as the network's errors have. */
export function limitError(maxBytes: number): Error {
  return Object.assign(new Error(`The response has more than ${maxBytes} bytes.`), { code })
}

/** Checks for a {@link limitError}. */
export function isLimitError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
