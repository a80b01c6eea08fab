import type { WindowLink } from '@crm-chat/protocol'
import * as z from 'zod'
import type { Backend, BackendWindows } from '../backend.ts'
import { OperationError } from '../errors.ts'
import { isLoopback } from './isLoopback.ts'

/** Longest link that a browser gets. */
const maxLength = 8_192

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
  if (url.length > maxLength) throw invalid(`The vendor’s link is longer than ${maxLength} characters.`)
  const link = URL.canParse(url) ? new URL(url) : null
  if (!link || !isSecure(link) || link.username || link.password || !windows.isOwnUrl(link)) {
    throw invalid('The vendor’s link leads to a place that is not its own.')
  }
  if (holdsKey({ text: url, backend }) || (link.href !== url && holdsKey({ text: link.href, backend }))) {
    throw invalid('The vendor’s link holds what must not reach a browser.')
  }
  return { url: link.href, origin: link.origin, expiresAt: toExpiry(link) }
}

function invalid(message: string): OperationError {
  return new OperationError({ code: 'upstream_invalid', message })
}

/** Returns true for a text with the key in it, in a form that the log would hide. */
function holdsKey({ text, backend }: { text: string; backend: Pick<Backend, 'redact'> }): boolean {
  if (backend.redact(text) !== text) return true
  const decoded = decode(text)
  return decoded !== text && holdsKey({ text: decoded, backend })
}

/** Percent signs that encode nothing stay as they are. */
function decode(text: string): string {
  return text.replace(/(%[\da-f]{2})+/gi, (encoded) => {
    try {
      return decodeURIComponent(encoded)
    } catch {
      return encoded
    }
  })
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
    const text = atob(payload.replaceAll('-', '+').replaceAll('_', '/')) // Bytes: other letters may be wrong, but no numbers.
    const { exp } = claimsSchema.parse(JSON.parse(text))
    return new Date(exp * 1000).toISOString()
  } catch {
    return null // Not a JWT, or one without an end: the vendor does not say.
  }
}
