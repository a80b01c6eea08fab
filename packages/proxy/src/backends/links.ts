import { OperationError } from '../errors.ts'
import { isLoopback } from '../links/isLoopback.ts'

/**
 * Returns a function that recognizes a vendor's links: those on its own domain, where each account has a subdomain, or on
 * the host that the CRM configured. A configured host on this machine may go by any of this machine's names.
 */
export function createLinkRule({
  domain,
  baseUrl,
}: {
  domain?: string | undefined
  baseUrl: string | undefined
}): (url: URL) => boolean {
  const configured = baseUrl !== undefined && URL.canParse(baseUrl) ? new URL(baseUrl) : undefined
  const isLocal = configured !== undefined && isLoopback(configured.hostname)
  const isOfDomain = (hostname: string): boolean =>
    domain !== undefined && (hostname === domain || hostname.endsWith(`.${domain}`))
  return (url) => {
    if (isLoopback(url.hostname)) return isLocal && (url.protocol === 'https:' || url.protocol === 'http:')
    if (url.protocol !== 'https:') return false
    return isOfDomain(url.hostname) || url.host === configured?.host
  }
}

/** Checks a link that a browser or a person is to open, other than a window's. @throws {OperationError} `upstream_invalid` */
export type CheckLink = <Link extends { url?: string | undefined }>(link: Link) => Link

/**
 * Makes the checks of a vendor's links. `own` lets links to the vendor's own pages pass, `any` also those to other hosts of
 * the internet, where the vendor keeps a file or sends a person on. None may hold the key.
 */
export function createLinkChecks({
  isOwnUrl,
  redact,
}: {
  isOwnUrl: (url: URL) => boolean
  redact: (text: string) => string
}): { own: CheckLink; any: CheckLink } {
  const toCheck =
    (isAllowed: (url: URL) => boolean): CheckLink =>
    (link) => {
      if (link.url === undefined) return link
      const url = URL.canParse(link.url) ? new URL(link.url) : undefined
      const isSafe = url && !url.username && !url.password && redact(url.href) === url.href
      if (isSafe && isAllowed(url)) return link
      throw new OperationError({
        code: 'upstream_invalid',
        message: 'The vendor’s link leads to a place that is not its own, or holds what must not reach a browser.',
      })
    }
  return { own: toCheck(isOwnUrl), any: toCheck((url) => isOwnUrl(url) || isPublic(url)) }
}

function isPublic({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' && !isLoopback(hostname)
}
