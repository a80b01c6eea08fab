import type { IncomingMessage, Server } from 'node:http'
import { isSocketPath } from '../sockets/socketPaths.ts'
import type { Certificate } from './createCertificate.ts'
import { createHttpServer } from './createHttpServer.ts'
import { toOrigin } from './hosts.ts'
import { getPort, listen, trackConnections } from './listen.ts'
import { routeUpgrades } from './routeUpgrades.ts'

/** Path of each vendor's host in the sandbox. */
const prefixes = {
  'api.wazzup24.com': '',
  'integrations.wazzup24.com': '/integrations',
  'tech.wazzup24.com': '/tech',
  whatomate: '/whatomate',
} as const

/** An origin for each of the vendors' hosts, e.g. `http://127.0.0.1:41231` for `tech.wazzup24.com`. */
export type VendorUrls = Record<keyof typeof prefixes, string>

/** Ports of the vendors' hosts. */
export interface VendorPorts {
  listen: () => Promise<void>
  /** The origins, unless the ports are disabled. */
  urls: () => VendorUrls | undefined
  close: () => Promise<void>
}

/**
 * Opens a free port for each of the vendors' hosts, with the vendor's paths: `/v2/messages` on the port of
 * `tech.wazzup24.com` is `/tech/v2/messages` of the sandbox.
 */
export function listenForVendors({
  server,
  host,
  certificate,
  enabled,
}: {
  server: Server
  host: string
  certificate: Certificate | undefined
  enabled: boolean
}): VendorPorts {
  const forwarders = enabled
    ? Object.entries(prefixes).map(([name, prefix]) => createForwarder({ name, server, prefix, certificate }))
    : []
  const toUrl = (name: string): string => {
    const forwarder = forwarders.find((other) => other.name === name)?.forwarder
    return forwarder ? toOrigin({ host, port: getPort(forwarder), tls: certificate !== undefined }) : ''
  }
  return {
    async listen() {
      for (const { forwarder } of forwarders) await listen(forwarder, { port: 0, host })
    },
    urls: () =>
      enabled
        ? {
            'api.wazzup24.com': toUrl('api.wazzup24.com'),
            'integrations.wazzup24.com': toUrl('integrations.wazzup24.com'),
            'tech.wazzup24.com': toUrl('tech.wazzup24.com'),
            whatomate: toUrl('whatomate'),
          }
        : undefined,
    async close() {
      for (const { forwarder, cutConnections } of forwarders) {
        cutConnections()
        await new Promise((resolve) => forwarder.close(resolve))
      }
    },
  }
}

const addedPrefixes = new WeakMap<IncomingMessage, string>()

/** The prefix that a vendor's own port has put before a request's path, which its client therefore does not know. */
export function getVendorPrefix(request: IncomingMessage): string | undefined {
  return addedPrefixes.get(request)
}

interface Forwarder {
  name: string
  forwarder: Server
  cutConnections: () => void
}

/** Creates a server that forwards everything to another one, below a prefix. */
function createForwarder({
  name,
  server,
  prefix,
  certificate,
}: {
  name: string
  server: Server
  prefix: string
  certificate: Certificate | undefined
}): Forwarder {
  const addPrefix = (request: IncomingMessage): void => {
    addedPrefixes.set(request, prefix)
    request.url = prefix + (request.url ?? '/')
  }
  const forwarder = createHttpServer({ certificate, options: {} }).on(
    'request',
    (request: IncomingMessage, response) => {
      addPrefix(request)
      server.emit('request', request, response)
    },
  )
  routeUpgrades({
    server: forwarder,
    isSocketPath: (url) => isSocketPath(prefix + url),
    onWebSocket(request, ...rest) {
      addPrefix(request)
      server.emit('upgrade', request, ...rest)
    },
  })
  return { name, forwarder, cutConnections: trackConnections(forwarder) }
}
