/** A failed call of the control API. */
export class ControlError extends Error {
  override readonly name = 'ControlError'
}

/**
 * Calls the control API, e.g. `POST /simulate/message`.
 * @throws {ControlError} with the sandbox's message.
 */
export async function callControl<Body>(route: string, body?: object): Promise<Body> {
  const [method = 'GET', path = ''] = route.split(' ')
  const sent = body ?? (method === 'GET' ? undefined : {})
  const response = await fetch(toControlUrl(path), {
    method,
    headers: { 'content-type': 'application/json' },
    ...(sent ? { body: JSON.stringify(sent) } : {}),
  }).catch((cause: unknown) => {
    throw new ControlError("Can't reach the sandbox. Is it still running?", { cause })
  })
  const received = await response.json().catch(() => undefined) // Some responses have no body.
  if (response.ok) return received
  throw new ControlError(received?.error?.description ?? `The sandbox responded with status ${response.status}.`)
}

/** Returns the URL of a control API path, for the account named in the page's address. */
export function toControlUrl(path: string): string {
  const url = new URL(`/_sandbox${path}`, location.origin)
  const account = new URLSearchParams(location.search).get('account')
  if (account !== null) url.searchParams.set('account', account)
  return url.href
}
