import { createServer } from 'node:http'
import type { ChatProxy } from '@crm-chat/proxy'
import { listen } from './listen.ts'

/** Serves `/metrics` on an address of its own, apart from that of pages. @throws {CliError} when the port is in use */
export async function serveMetrics({
  chat,
  host,
  port,
}: {
  chat: ChatProxy
  host: string
  port: number
}): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') return response.writeHead(404).end()
    response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }).end(chat.metrics())
  })
  const url = await listen({ server, host, port, flags: { host: '--metrics-host', port: '--metrics-port' } })
  return {
    url,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}
