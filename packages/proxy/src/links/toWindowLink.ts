import type { WindowLink } from '@crm-chat/protocol'
import * as z from 'zod'
import type { BackendWindows } from '../backend.ts'
import { OperationError } from '../errors.ts'
import { isLoopback } from './isLoopback.ts'

/**
 * Checks the link that a vendor minted, before it becomes the source of a frame.
 * @throws {OperationError} `upstream_invalid` for a link that is not the vendor's, or not https.
 */
export function toWindowLink({ url, windows }: { url: string; windows: BackendWindows }): WindowLink {
  const link = URL.canParse(url) ? new URL(url) : null
  if (!link || !isSecure(link) || link.username || link.password || !windows.isOwnUrl(link)) {
    throw new OperationError({
      code: 'upstream_invalid',
      message: 'The vendor’s link leads to a place that is not its own.',
    })
  }
  return { url: link.href, origin: link.origin, expiresAt: toExpiry(link) }
}

/** Returns true for https, and for plain http that does not leave the machine. */
function isSecure(url: URL): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))
}

const claimsSchema = z.object({ exp: z.number().min(0).max(8_640_000_000_000) })

/** Reads the end of a link from its token, unverified: it only decides when the page requests a new link. */
function toExpiry(link: URL): string | null {
  const payload = link.searchParams.get('token')?.split('.')[1]
  if (!payload) return null
  try {
    const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0))
    const { exp } = claimsSchema.parse(JSON.parse(new TextDecoder().decode(bytes)))
    return new Date(exp * 1000).toISOString()
  } catch {
    return null // Not a JWT, or one without an end: the vendor does not say.
  }
}
