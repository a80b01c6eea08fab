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

/**
 * Checks a link to a page of the vendor's own by the rule for its windows, as a browser is sent there.
 * @throws {OperationError} `upstream_invalid`
 */
export function checkLink<Link extends { url?: string | undefined }>({
  link,
  isOwnUrl,
}: {
  link: Link
  isOwnUrl: (url: URL) => boolean
}): Link {
  if (link.url === undefined) return link
  const url = URL.canParse(link.url) ? new URL(link.url) : undefined
  if (url && !url.username && !url.password && isOwnUrl(url)) return link
  throw new OperationError({
    code: 'upstream_invalid',
    message: 'The vendor’s link leads to a place that is not its own.',
  })
}
