/** Lists the origins a chat's frame may come from: Wazzup's subdomains (one per account), or a sandbox. */
export function toFrameSources(wazzupUrl: string): string[] {
  const { hostname, origin, port, protocol } = new URL(wazzupUrl)
  if (isLoopback(hostname)) return ['127.0.0.1', 'localhost'].map((name) => `${protocol}//${name}${port && `:${port}`}`)
  const isWazzup = hostname === 'wazzup24.com' || hostname.endsWith('.wazzup24.com')
  return ['https://*.wazzup24.com', ...(isWazzup ? [] : [origin])]
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname)
}
