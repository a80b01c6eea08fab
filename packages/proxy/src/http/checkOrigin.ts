/** Parameters of {@link isOwnPage} and {@link isOwnSocket}. */
export interface OriginParameters {
  method: string
  headers: Headers
  /** Host of the request's URL, for runtimes that keep no `Host` header. */
  urlHost: string
  /** Origins other than the request's own host. */
  allowedOrigins: readonly string[]
}

/**
 * Returns true for a request of a page of this host or of an allowed origin. Hosts are compared, not schemes: a proxy in
 * front may end TLS. A request without any origin comes from no page of a current browser, or from an old browser, whose
 * foreign pages can neither read the response nor set our header.
 */
export function isOwnPage(parameters: OriginParameters): boolean {
  const { headers, method, allowedOrigins } = parameters
  const origin = headers.get('origin')
  if (origin !== null && allowedOrigins.includes(origin)) return true
  const site = headers.get('sec-fetch-site')
  const isSameSite = site === null || site === 'same-origin' || (site === 'none' && method === 'GET')
  return isSameSite && (origin === null || isOwnHost({ ...parameters, origin }))
}

/**
 * The same for a Socket.IO handshake, where no preflight protects the WebSocket. Every browser sends `Origin` with one, so
 * a client without it is a script on a server, e.g. Socket.IO 2 on Node 22, whose WebSocket takes no headers: no page is
 * behind it. It is accepted unless it carries credentials that browsers add by themselves, such as a cookie. Some reverse
 * proxies remove `Origin`, and behind one of them every foreign page would look like such a script.
 */
export function isOwnSocket(parameters: OriginParameters): boolean {
  const { headers } = parameters
  if (!headers.has('origin') && !headers.has('sec-fetch-site')) return !hasAmbientCredentials(headers)
  const isNamed = headers.has('origin') || headers.get('sec-fetch-site') === 'same-origin'
  return isNamed && isOwnPage(parameters)
}

/** Browsers add cookies by themselves, and passwords that a person has entered in the browser's own dialog. */
function hasAmbientCredentials(headers: Headers): boolean {
  const scheme = headers.get('authorization')?.trim().split(' ')[0]?.toLowerCase()
  return headers.has('cookie') || (scheme !== undefined && scheme !== 'bearer')
}

function isOwnHost({ headers, urlHost, origin }: OriginParameters & { origin: string }): boolean {
  const page = parseOrigin(origin)
  if (!page) return false
  const host = parseHost({ host: headers.get('host') ?? urlHost, protocol: page.protocol })
  return host !== null && host === page.host
}

/** Parses an origin, which browsers write in one way only. */
function parseOrigin(origin: string): URL | null {
  const url = URL.canParse(origin) ? new URL(origin) : null
  if (!url || !/^https?:$/.test(url.protocol) || url.origin !== origin) return null
  return url
}

/** Writes a host as an origin of that scheme would: in lower case, without the default port. */
function parseHost({ host, protocol }: { host: string; protocol: string }): string | null {
  const isHost = /^[\w.-]+(:\d{1,5})?$|^\[[\da-f:.]+\](:\d{1,5})?$/i.test(host)
  const url = `${protocol}//${host}`
  return isHost && URL.canParse(url) ? new URL(url).host : null
}
