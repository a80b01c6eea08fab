import type { WindowLink } from '@crm-chat/protocol'
import * as z from 'zod'
import type { Backend, BackendWindows } from '../backend.ts'
import { toSafeLink } from './toSafeLink.ts'

/**
 * Checks the link that a vendor minted, before it becomes the source of a frame.
 * @throws {OperationError} `upstream_invalid` for a link that is not the vendor's, not https, too long, or that holds the key.
 */
export function toWindowLink({
  url,
  windows,
  backend,
}: {
  url: string
  windows: BackendWindows
  backend: Pick<Backend, 'redact'>
}): WindowLink {
  const link = toSafeLink({ url, backend, isOwnUrl: windows.isOwnUrl })
  return { url: link.href, origin: link.origin, expiresAt: toExpiry(link) }
}

const claimsSchema = z.object({ exp: z.number().min(0).max(8_640_000_000_000) })

/** Reads the end of a link from its token, unverified: it only decides when the page requests a new link. */
function toExpiry(link: URL): string | null {
  const payload = link.searchParams.get('token')?.split('.')[1]
  if (!payload) return null
  try {
    const text = atob(payload.replaceAll('-', '+').replaceAll('_', '/')) // Bytes: other letters may be wrong, but no numbers.
    const { exp } = claimsSchema.parse(JSON.parse(text))
    return new Date(exp * 1000).toISOString()
  } catch {
    return null // Not a JWT, or one without an end: the vendor does not say.
  }
}
