import { isLoopback } from '../../links/isLoopback.ts'

/**
 * Returns a function that recognizes Wazzup's links: those on its own domain, where each account has a subdomain, or on
 * the host that the CRM configured. A configured host on this machine may go by any of this machine's names.
 */
export function createLinkRule(baseUrl: string | undefined): (url: URL) => boolean {
  const configured = baseUrl !== undefined && URL.canParse(baseUrl) ? new URL(baseUrl) : undefined
  const isLocal = configured !== undefined && isLoopback(configured.hostname)
  return (url) => {
    if (isLoopback(url.hostname)) return isLocal
    if (url.protocol !== 'https:') return false
    return url.hostname === 'wazzup24.com' || url.hostname.endsWith('.wazzup24.com') || url.host === configured?.host
  }
}
