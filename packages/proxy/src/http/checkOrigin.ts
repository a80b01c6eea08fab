import type { ChatRequest } from './exchange.ts'

/** Parameters of {@link isOwnPage} and {@link isOwnSocket}. */
export interface OriginParameters {
  request: Pick<ChatRequest, 'method' | 'header' | 'urlHost'>
  /** Origins other than the request's own host. */
  allowedOrigins: readonly string[]
}

/**
 * Returns true for a request of a page of this host or of an allowed origin. Hosts are compared, not schemes: a proxy in
 * front may end TLS. A request without any origin comes from no page of a current browser, or from an old browser, whose
 * foreign pages can neither read the response nor set our header.
 */
export function isOwnPage({ request, allowedOrigins }: OriginParameters): boolean {
  const origin = request.header('origin')
  if (origin !== undefined && allowedOrigins.includes(origin)) return true
  const site = request.header('sec-fetch-site')
  const isSameSite = site === undefined || site === 'same-origin' || (site === 'none' && request.method === 'GET')
  return isSameSite && (origin === undefined || isOwnHost({ request, origin }))
}

/**
 * The same for a Socket.IO handshake, where no preflight protects the WebSocket. Every browser sends `Origin` with one, so
 * a client without it is a script on a server, e.g. Socket.IO 2 on Node 22, whose WebSocket takes no headers: no page is
 * behind it. It is accepted unless it carries credentials that browsers add by themselves, such as a cookie. Some reverse
 * proxies remove `Origin`, and behind one of them every foreign page would look like such a script.
 */
export function isOwnSocket(parameters: OriginParameters): boolean {
  const { header } = parameters.request
  const origin = header('origin')
  const site = header('sec-fetch-site')
  if (origin === undefined && site === undefined) return !hasAmbientCredentials(parameters.request)
  const isNamed = origin !== undefined || site === 'same-origin'
  return isNamed && isOwnPage(parameters)
}

/** Browsers add cookies by themselves, and passwords that a person has entered in the browser's own dialog. */
function hasAmbientCredentials({ header }: OriginParameters['request']): boolean {
  const scheme = header('authorization')?.trim().split(' ')[0]?.toLowerCase()
  return header('cookie') !== undefined || (scheme !== undefined && scheme !== 'bearer')
}

/** The last pair that was found to be one host: a server sees the same for almost every request. */
let lastOwn: { origin: string; given: string } | undefined

function isOwnHost({ request, origin }: Pick<OriginParameters, 'request'> & { origin: string }): boolean {
  const given = request.header('host') ?? request.urlHost
  if (origin === lastOwn?.origin && given === lastOwn.given) return true
  const page = parseOrigin(origin)
  if (!page) return false
  const host = parseHost({ host: given, protocol: page.protocol })
  if (host === null || host !== page.host) return false
  lastOwn = { origin, given }
  return true
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
