/** Where somebody wanted to go before they had to log in, from the login page's state; never out of the CRM. */
export function toReturnPath(state: unknown): string {
  const from = typeof state === 'object' && state !== null && 'from' in state ? state.from : undefined
  return typeof from === 'string' && /^\/(?![/\\])/.test(from) ? from : '/contacts'
}
