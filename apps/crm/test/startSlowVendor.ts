import { once } from 'node:events'
import { createServer } from 'node:http'
import { onTestFinished } from 'vitest'
import { startTimer } from '../src/server/timers.ts'

/** A vendor that makes links to chat windows only when it is told to. */
export interface SlowVendor {
  url: string
  /** Resolves when it has been asked for a link. */
  asked: Promise<void>
  /** Responds to all requests for links, at once or after a time. */
  answer: (options?: { afterMs: number }) => void
}

/** Starts a slow vendor, which is closed when the test ends. */
export async function startSlowVendor(): Promise<SlowVendor> {
  const asked = createSignal()
  const released = createSignal()
  const server = createServer(async (request, response) => {
    const isLink = request.url === '/v2/iframe'
    if (isLink) asked.give()
    if (isLink) await released.given
    const body = isLink ? { url: `${url}/chat/?token=slow` } : {}
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  return { url, asked: asked.given, answer: ({ afterMs } = { afterMs: 0 }) => void startTimer(released.give, afterMs) }
}

function createSignal(): { given: Promise<void>; give: () => void } {
  let give = (): void => undefined
  const given = new Promise<void>((resolve) => {
    give = resolve
  })
  return { given, give }
}
