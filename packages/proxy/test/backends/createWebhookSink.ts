import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import type { ChatEvent } from '@crm-chat/vendors/webhooks'
import { onTestFinished } from 'vitest'
import type { BackendWebhooks } from '../../src/backend.ts'

/** A CRM's address for webhooks, which reads them by a backend. */
export interface WebhookSink {
  url: string
  /** The same receiver under another secret. */
  otherUrl: string
  events: ChatEvent[]
  /** Paths of the calls. */
  paths: string[]
}

/** Starts the address for one test. It responds with 400 to what the backend does not read. */
export async function createWebhookSink({ read }: Pick<BackendWebhooks, 'read'>): Promise<WebhookSink> {
  const events: ChatEvent[] = []
  const paths: string[] = []
  const server = createServer(async (request, response) => {
    const body = await buffer(request)
    const header = (name: string): string | undefined => request.headers[name]?.toString()
    try {
      events.push(...(await read({ header, body })))
      paths.push(request.url ?? '')
      response.end()
    } catch {
      response.writeHead(400).end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo // A TCP server has one.
  const base = `http://127.0.0.1:${port}/chat/webhooks`
  return { url: `${base}/secret-1`, otherUrl: `${base}/secret-2`, events, paths }
}
