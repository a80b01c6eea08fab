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
