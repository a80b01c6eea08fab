import { createServer, type Server, type ServerOptions } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import type { Certificate } from './createCertificate.ts'

/** A card's link contains all its chats, up to a hundred, with their names. */
const maxHeaderSize = 256 * 1024

/** Creates a server for HTTP or, with a certificate, for HTTPS. */
export function createHttpServer({
  certificate,
  options,
}: {
  certificate: Certificate | undefined
  options: ServerOptions
}): Server {
  if (!certificate) return createServer({ ...options, maxHeaderSize })
  const { key, cert } = certificate
  return createHttpsServer({ ...options, key, cert, maxHeaderSize })
}
