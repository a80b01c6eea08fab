import type { Backend } from '../backend.ts'
import { OperationError } from '../errors.ts'
import { isLoopback } from './isLoopback.ts'

/** Longest link that a browser gets. */
const maxLength = 8_192

/**
 * Checks a link from the vendor before it reaches a browser.
 * @throws {OperationError} `upstream_invalid` for a link that is not the vendor's, not https, too long, or that holds the key.
 */
export function toSafeLink({
  url,
  backend,
  isOwnUrl = ({ hostname }) => backend.isPrivate === true || !isLoopback(hostname),
}: {
  url: string
  backend: Pick<Backend, 'redact' | 'isPrivate'>
  /** Absent where the vendor keeps its files at other hosts: any of the internet. */
  isOwnUrl?: ((url: URL) => boolean) | undefined
}): URL {
  if (url.length > maxLength) throw invalid(`The vendor’s link is longer than ${maxLength} characters.`)
  const link = URL.canParse(url) ? new URL(url) : null
  if (!link || !isSecure(link) || link.username || link.password || !isOwnUrl(link)) {
    throw invalid('The vendor’s link leads to a place that is not its own.')
  }
  if (holdsKey({ text: url, backend }) || (link.href !== url && holdsKey({ text: link.href, backend }))) {
    throw invalid('The vendor’s link holds what must not reach a browser.')
  }
  return link
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
