import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { toFrameSources } from './toFrameSources.ts'

/** Sets security headers: a page may load its own files, and the vendor's chat in a frame. */
export function securityHeaders(wazzupUrl: string): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      frameSrc: toFrameSources(wazzupUrl),
      connectSrc: ["'self'", ...toFrameSources(wazzupUrl)], // The kit asks if the browser reaches the vendor.
      imgSrc: ["'self'", 'blob:'], // Pictures that a user attaches to a message are shown before they are sent.
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
