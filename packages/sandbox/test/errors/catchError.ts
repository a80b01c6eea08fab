/** Returns the error of a call, or undefined if it succeeds. */
export function catchError(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => undefined,
    (error: unknown) => error,
  )
}
