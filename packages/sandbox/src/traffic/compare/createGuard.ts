import { RequestNotAllowedError } from './errors.ts'
import type { Rule, VendorProbes } from './probe.ts'

/** Lets harmless requests through and refuses all others. Every request and every socket passes it. */
export interface Guard {
  /** Checks a request. @throws {RequestNotAllowedError} */
  check: (request: OutgoingRequest) => void
  /** Checks the address of a socket. @throws {RequestNotAllowedError} */
  checkSocket: (url: string) => void
  /** Notes which ids of a response belong to the number that may be written to. */
  learn: (request: OutgoingRequest, answer: unknown) => void
}

/** A request as it leaves. */
export interface OutgoingRequest {
  method: string
  url: string
  /** JSON text. */
  body: string | undefined
}

/** Parameters of {@link createGuard}. */
export interface GuardParameters {
  probes: Pick<VendorProbes, 'rules' | 'learns' | 'socketPaths'>
  /** Addresses that the key may be sent to, with their path if they have one. */
  baseUrls: string[]
  sendTo: string | undefined
}

/** Creates the guard of one side. */
export function createGuard({ probes, baseUrls, sendTo }: GuardParameters): Guard {
  const owned = new Set<string>()
  const bases = baseUrls.map((url) => url.replace(/\/+$/, ''))

  function find({ method, url, body }: OutgoingRequest): { rule: Rule; params: Record<string, string> } | undefined {
    const target = new URL(url)
    const path = toPathBelow({ target, bases })
    if (path === undefined) throw new RequestNotAllowedError({ method, reason: 'its address is not the account’s.' })
    const parsed = parseBody(body)
    for (const rule of probes.rules) {
      const params = rule.endpoint.method === method ? matchPath(rule.endpoint.path, path) : undefined
      const owns = (id: string): boolean => owned.has(id)
      if (params && rule.allows({ params, query: target.searchParams, body: parsed, sendTo, owns }))
        return { rule, params }
    }
    return undefined
  }

  return {
    check(request) {
      if (find(request)) return
      throw new RequestNotAllowedError({
        method: request.method,
        reason: 'it is not on the list of requests that change nothing, or that write to the given number only.',
      })
    },
    checkSocket(url) {
      const { protocol, host, pathname } = new URL(url)
      const origin = `${protocol.replace('ws', 'http')}//${host}`
      const base = bases.find((address) => hasSameDomain(address, origin))
      const below =
        base && new URL(base).origin === origin
          ? pathname.slice(new URL(base).pathname.replace(/\/$/, '').length)
          : pathname
      if (base && probes.socketPaths.includes(below)) return
      throw new RequestNotAllowedError({
        method: 'WebSocket',
        reason: 'its address is not one of the vendor’s sockets.',
      })
    },
    learn(request, answer) {
      const found = find(request)
      if (!found || sendTo === undefined) return
      const ids = probes.learns({ endpoint: found.rule.endpoint, answer, sendTo })
      for (const id of ids) owned.add(id)
    },
  }
}

/** The path below one of the addresses. Anything that a server could read in two ways is refused. */
function toPathBelow({ target, bases }: { target: URL; bases: string[] }): string | undefined {
  const { origin, pathname, username, password, hash } = target
  if (username || password || hash || /\/\/|\\|%2f|%5c|%2e|%00|%(?![0-9a-f]{2})/i.test(pathname)) return undefined
  const base = bases.find((address) => `${origin}${pathname}`.startsWith(`${address}/`))
  return base && `${origin}${pathname}`.slice(base.length)
}

function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const names = pattern.split('/')
  const segments = path.replace(/\/$/, '').split('/')
  if (names.length !== segments.length) return undefined
  const params: Record<string, string> = {}
  for (const [index, name] of names.entries()) {
    const segment = segments[index] ?? ''
    if (name.startsWith(':') && segment !== '') params[name.slice(1)] = decodeURIComponent(segment)
    else if (name !== segment) return undefined
  }
  return params
}

/** A body that is not JSON matches no rule that looks at it. */
function parseBody(body: string | undefined): unknown {
  if (body === undefined) return undefined
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

/** True for hosts below the same domain, e.g. the API's and its sockets'; an IP address must be the same. */
function hasSameDomain(one: string, other: string): boolean {
  const [first, second] = [new URL(one), new URL(other)]
  return first.protocol === second.protocol && domainOf(first) === domainOf(second)
}

function domainOf({ hostname, host }: URL): string {
  if (/^[\d.]+$|^\[/.test(hostname) || !hostname.includes('.')) return host
  return hostname.split('.').slice(-2).join('.')
}
