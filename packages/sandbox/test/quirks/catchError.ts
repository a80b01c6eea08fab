/** What a call is refused with. @throws {Error} when it is not */
export async function catchError(call: Promise<unknown>): Promise<unknown> {
  const outcome = await call.then(
    () => undefined,
    (error: unknown) => ({ error }),
  )
  if (outcome) return outcome.error
  throw new Error('The call was not refused.')
}
