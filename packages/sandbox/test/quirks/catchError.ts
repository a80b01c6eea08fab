/** Returns the error of a call. @throws {Error} if it succeeds */
export async function catchError(call: Promise<unknown>): Promise<unknown> {
  const outcome = await call.then(
    () => undefined,
    (error: unknown) => ({ error }),
  )
  if (outcome) return outcome.error
  throw new Error('The call succeeded unexpectedly.')
}
