import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { now } from './now.ts'

/** A CRM with its proxy, and a vendor on a site of its own. */
export interface Servers {
  url: string
  /** Delay of each response. */
  delayMs: number
  /** Shows a number to whoever is connected. @returns the time at which it was sent */
  show: (count: number) => number
  /** Number of open streams. */
  openStreams: () => number
  /** Calls back with the time, once, when a stream breaks. */
  onBreak: (callback: (at: number) => void) => void
  close: () => void
}

/** Host of the vendor, which the browser resolves to this machine: another site than the CRM's. */
export const vendorHost = 'vendor.test'

/** Starts them on one port. `files` are what the CRM serves, by name; any other path is a page, by its query. */
export async function startServers(files: Map<string, string>): Promise<Servers> {
  const streams = new Set<ServerResponse>()
  let count = 0
  let handleBreak: ((at: number) => void) | undefined

  const toEvent = (): string => {
    const value = { status: 'live', count, tone: 'red', epoch: 1, seq: count, at: new Date().toISOString() }
    return `event: unanswered\ndata: ${JSON.stringify(value)}\n\n`
  }
  const stream = (response: ServerResponse): void => {
    streams.add(response)
    response.on('close', () => {
      streams.delete(response)
      handleBreak?.(now())
    })
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.write(`event: session\ndata: ${JSON.stringify({ userId: '7', serverTime: new Date() })}\n\n${toEvent()}`)
  }

  const servers: Servers = {
    url: '',
    delayMs: 0,
    show: (number) => {
      count = number
      for (const response of streams) response.write(toEvent())
      return now()
    },
    openStreams: () => streams.size,
    onBreak: (callback) => {
      handleBreak = (at) => {
        handleBreak = undefined
        callback(at)
      }
    },
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
  const server = createServer((request, response) => void respond(request, response))
  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (servers.delayMs > 0) await setTimeout(servers.delayMs)
    const { pathname } = new URL(request.url ?? '', servers.url)
    if (pathname === '/chat/events') return stream(response)
    const [type, body] = toBody({ pathname, files, vendorUrl: servers.url.replace('127.0.0.1', vendorHost) })
    response.writeHead(200, { 'content-type': type, 'cache-control': type === script ? 'max-age=600' : 'no-store' })
    response.end(body)
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  servers.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}` // It listens on a port.
  return servers
}

const script = 'text/javascript'

interface Requested {
  pathname: string
  files: Map<string, string>
  vendorUrl: string
}

function toBody({ pathname, files, vendorUrl }: Requested): [type: string, body: string] {
  const name = pathname.slice(1)
  const file = files.get(name)
  if (file !== undefined) return [name.endsWith('.css') ? 'text/css' : script, file]
  if (pathname === '/chat/session') return ['application/json', JSON.stringify(session())]
  if (pathname === '/chat/window') {
    const url = `${vendorUrl}/vendor`
    return ['application/json', JSON.stringify({ url, origin: vendorUrl, expiresAt: null, look: 'ok' })]
  }
  return ['text/html', pathname === '/vendor' ? vendorPage : crmPage(pathname)]
}

function session(): object {
  const capabilities = ['window', 'cardWindow', 'unanswered', 'events']
  const user = { id: '7', name: 'Ann' }
  return { user, vendor: 'wazzup-v2', chatTypes: ['whatsapp'], capabilities, serverTime: new Date().toISOString() }
}

/** The vendor's page reports when it can be used. */
const vendorPage = `<!doctype html><title>Messenger</title><body style="margin: 0">
<input aria-label="Message" style="position: fixed; inset: 0; width: 100%; height: 100%">
<script>addEventListener('load', () => parent.postMessage('loaded', '*'))</script>`

/** `/kit` and `/bare` are pages with these scripts. */
const crmPage = (pathname: string): string => `<!doctype html><title>CRM</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="${pathname}.css"><body><div id="root"></div><script type="module" src="${pathname}.js"></script>`
