import { createServer, type IncomingMessage, type Server } from 'node:http'
import { toOrigin } from './hosts.ts'
import { getPort, listen } from './listen.ts'
import { trackConnections } from './trackConnections.ts'

/** Path of each vendor's host in the sandbox. */
const prefixes = {
  'api.wazzup24.com': '',
  'integrations.wazzup24.com': '/integrations',
  'tech.wazzup24.com': '/tech',
  whatomate: '/whatomate',
} as const

/** A place for each of the vendors' hosts, e.g. `http://127.0.0.1:41231` for `tech.wazzup24.com`. */
export type VendorUrls = Record<keyof typeof prefixes, string>

/**
 * Gives each of the vendors' hosts a free port of its own, on which paths are the vendor's: `/v2/messages` on that of
 * `tech.wazzup24.com` is `/tech/v2/messages` of the sandbox.
 */
export function listenForVendors({ server, host, wanted }: { server: Server; host: string; wanted: boolean }): {
  listen: () => Promise<void>
  urls: () => VendorUrls | undefined
  close: () => Promise<void>
} {
  const doors = wanted ? Object.entries(prefixes).map(([name, prefix]) => openDoor({ name, server, prefix })) : []
  const toUrl = (name: string): string => {
    const door = doors.find((other) => other.name === name)?.door
    return door ? toOrigin({ host, port: getPort(door) }) : ''
  }
  return {
    async listen() {
      for (const { door } of doors) await listen(door, { port: 0, host })
    },
    urls: () =>
      wanted
        ? {
            'api.wazzup24.com': toUrl('api.wazzup24.com'),
            'integrations.wazzup24.com': toUrl('integrations.wazzup24.com'),
            'tech.wazzup24.com': toUrl('tech.wazzup24.com'),
            whatomate: toUrl('whatomate'),
          }
        : undefined,
    async close() {
      for (const { door, cut } of doors) {
        cut()
        await new Promise((resolve) => door.close(resolve))
      }
    },
  }
}

interface Door {
  name: string
  door: Server
  /** Cuts the connections that are left. */
  cut: () => void
}

/** A server that hands everything on to another one, below a prefix. */
function openDoor({ name, server, prefix }: { name: string; server: Server; prefix: string }): Door {
  const move = (request: IncomingMessage): void => {
    request.url = prefix + (request.url ?? '/')
  }
  const door = createServer({ maxHeaderSize: 256 * 1024 }, (request, response) => {
    move(request)
    server.emit('request', request, response)
  }).on('upgrade', (request: IncomingMessage, ...rest) => {
    move(request)
    server.emit('upgrade', request, ...rest)
  })
  return { name, door, cut: trackConnections(door) }
}
