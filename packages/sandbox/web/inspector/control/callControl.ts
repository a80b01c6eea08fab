/** The sandbox did not do what the page asked of it. */
export class ControlError extends Error {
  override readonly name = 'ControlError'
}

/**
 * Calls the control API, e.g. `POST /simulate/message`.
 * @throws {ControlError} with the sandbox's own words.
 */
export async function callControl<Answer>(route: string, body?: object): Promise<Answer> {
  const [method = 'GET', path = ''] = route.split(' ')
  const sent = body ?? (method === 'GET' ? undefined : {})
  const response = await fetch(toControlUrl(path), {
    method,
    headers: { 'content-type': 'application/json' },
    ...(sent ? { body: JSON.stringify(sent) } : {}),
  }).catch((cause: unknown) => {
    throw new ControlError('The sandbox cannot be reached. Is it still running?', { cause })
  })
  const answer = await response.json().catch(() => undefined) // An empty answer has nothing to read.
  if (response.ok) return answer
  throw new ControlError(answer?.error?.description ?? `The sandbox answered ${response.status}.`)
}

/** The address of a part of the control API, for the account that the page's own address names, if it names one. */
export function toControlUrl(path: string): string {
  const url = new URL(`/_sandbox${path}`, location.origin)
  const account = new URLSearchParams(location.search).get('account')
  if (account !== null) url.searchParams.set('account', account)
  return url.href
}
