import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { toFrameSources } from './toFrameSources.ts'

/** Sets security headers: a page may load its own files, and the chats of vendors at these addresses in a frame. */
export function securityHeaders(vendorUrls: readonly string[]): MiddlewareHandler {
  const sources = [...new Set(vendorUrls.flatMap(toFrameSources))]
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      frameSrc: sources,
      connectSrc: ["'self'", ...sources], // The kit asks if the browser reaches the vendor.
      imgSrc: ["'self'", 'data:', 'blob:'], // The icon that TabBadge draws, and pictures that a user attaches.
      styleSrc: ["'self'"],
      scriptSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: 'no-referrer',
    xFrameOptions: 'DENY',
    strictTransportSecurity: false, // Left to the server that terminates TLS.
  })
}
