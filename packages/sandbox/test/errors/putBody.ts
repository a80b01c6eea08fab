/** Creates a `fetch` that replaces the body, to send requests that a client would reject itself. */
export function putBody(body: unknown): typeof fetch {
  return (input, init) => fetch(input, { ...init, body: body instanceof FormData ? body : JSON.stringify(body) })
}
