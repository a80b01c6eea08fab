import { isRecord } from './isRecord.ts'

/** The shapes of codes of Node, OpenSSL, undici, `ws` and the HTTP parser: no other text passes. */
const networkCode =
  /^(?:E[A-Z]{2,15}(?:_[A-Z]+)?|(?:ERR|UND_ERR|WS_ERR|HPE|CERT|CRL|UNABLE_TO|SELF_SIGNED|DEPTH_ZERO|INVALID|HOSTNAME)_[A-Z0-9_]{1,60})$/

/** Depth to which causes are followed: they may be circular. */
const maxDepth = 6

/**
 * Finds the code of the network's failure, such as `ENOTFOUND`, `ECONNREFUSED` or `CERT_HAS_EXPIRED`, in an error or its
 * causes, the innermost first. It never returns text of a vendor.
 */
export function findNetworkCode(error: unknown, depth = 0): string | undefined {
  if (!isRecord(error) || depth > maxDepth) return undefined
  const causes = [error.cause, ...(Array.isArray(error.errors) ? error.errors.slice(0, 4) : [])]
  for (const cause of causes) {
    const code = findNetworkCode(cause, depth + 1)
    if (code !== undefined) return code
  }
  return typeof error.code === 'string' && networkCode.test(error.code) ? error.code : undefined
}
