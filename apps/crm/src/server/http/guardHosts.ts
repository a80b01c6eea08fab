import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'

/** Names of this machine. A page of another site cannot have one of them as its host. */
const loopbackNames = ['localhost', '127.0.0.1', '[::1]']

/**
 * Rejects requests and upgrades for hosts that are not in the list, before any other listener sees them: with DNS rebinding,
 * a foreign page makes its own host name point to this server, and passes for one of ours. Call it last, because it takes
 * over the listeners that the server has.
 */
export function guardHosts({ server, hosts }: { server: Server; hosts: readonly string[] }): void {
  const allowed = new Set([...loopbackNames, ...hosts])
  const onRequest = takeListeners(server, 'request')
  const onUpgrade = takeListeners(server, 'upgrade')
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const refused = findForeignHost({ request, allowed })
    if (refused === undefined) return onRequest(request, response)
    response.writeHead(403, { ...refusalHeaders, connection: 'close' }).end(toRefusal(refused))
  })
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const refused = findForeignHost({ request, allowed })
    if (refused === undefined) return onUpgrade(request, socket, head)
    socket.on('error', () => undefined) // Whoever is refused may be gone already.
    socket.end(toRawRefusal(toRefusal(refused)))
  })
}

/** Removes the listeners of an event. @returns a function that calls them */
function takeListeners(server: Server, event: 'request' | 'upgrade'): (...parameters: unknown[]) => void {
  const listeners = server.listeners(event)
  server.removeAllListeners(event)
  return (...parameters) => {
    for (const listener of listeners) listener.apply(server, parameters)
  }
}

/** Finds the host of a request that is not allowed: of its header or, for a forward proxy, of its target. */
function findForeignHost({
  request,
  allowed,
}: {
  request: IncomingMessage
  allowed: ReadonlySet<string>
}): string | undefined {
  const { headers, url = '' } = request
  const hosts = [headers.host ?? '', ...(url.startsWith('/') ? [] : [toAuthority(url)])]
  return hosts.find((host) => !allowed.has(toHostname(host)))
}

function toAuthority(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url
}

function toHostname(host: string): string {
  return host.replace(/:\d*$/, '').toLowerCase()
}

const refusalHeaders = {
  'content-type': 'text/plain; charset=utf-8',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
}

function toRefusal(host: string): string {
  return (
    `This CRM is not available under the host ${JSON.stringify(host.slice(0, 255))}. ` +
    'To allow a host, add its name to the environment variable CRM_HOSTS, e.g. CRM_HOSTS=crm.example.com.\n'
  )
}

function toRawRefusal(text: string): string {
  const lines = Object.entries({ ...refusalHeaders, connection: 'close', 'content-length': Buffer.byteLength(text) })
  return ['HTTP/1.1 403 Forbidden', ...lines.map(([name, value]) => `${name}: ${value}`), '', text].join('\r\n')
}
