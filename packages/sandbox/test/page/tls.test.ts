import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { chromium } from '@playwright/test'
import { expect, it, onTestFinished } from 'vitest'
import { chromiumLaunchOptions } from '../../../../scripts/chromium.ts'
import { ann } from '../fixtures/people.ts'
import { startSandbox } from '../startSandbox.ts'

/** The vendor's own steps in a page: look up the host over https, connect to it, identify oneself, receive the counter. */
function toSample({ lookup, userId }: { lookup: string; userId: string }): string {
  return `<!doctype html><title>CRM</title><link rel="icon" href="data:,"><script src="/socket.io.min.js"></script><script>
    const values = []
    fetch('${lookup}')
      .then((response) => response.json())
      .then(({ host }) => {
        const socket = io('https://' + host, { path: '/ws-counters/', transports: ['websocket', 'polling'] })
        socket.on('connect', () => {
          const apiKey = '${lookup}'.split('/').pop()
          socket.emit('counterConnecting', { type: 'api_v3', apiKey, userId: '${userId}' })
        })
        socket.on('counterUpdate', (value) => values.push(value))
      })
  </script>`
}

/** Serves a page at another origin than the sandbox's. */
async function servePage(html: string): Promise<string> {
  const library = dirname(createRequire(import.meta.url).resolve('socket.io-client-4.1/package.json'))
  const script = await readFile(join(library, 'dist/socket.io.min.js'))
  const server = createServer(({ url }, response) => {
    if (url === '/') response.setHeader('content-type', 'text/html').end(html)
    else response.setHeader('content-type', 'text/javascript').end(script)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/` // A TCP server has a port.
}

it("runs the vendor's v3 sample over https in a page of another origin, trusted by the hash that it prints", async () => {
  const sandbox = await startSandbox({ tls: true, seed: { users: [{ id: '7', name: 'Kate' }] } })
  expect(sandbox.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/)
  const { args, ...options } = chromiumLaunchOptions()
  const trust = `--ignore-certificate-errors-spki-list=${sandbox.tls?.spkiHash}`
  const browser = await chromium.launch({ ...options, args: [...args, trust] })
  onTestFinished(() => browser.close())
  const page = await browser.newPage()
  const lookup = `${sandbox.url}/integrations/counters/ws_host/api_v3/${sandbox.apiKey}`
  await page.goto(await servePage(toSample({ lookup, userId: '7' })))
  const values = () => page.evaluate('values')
  await expect.poll(values).toEqual([{ counter: 0, counterV2: 0, type: null }])
  await sandbox.simulate.message({ ...ann, text: 'Hello' })
  await expect.poll(values).toMatchObject([{ counter: 0 }, { counter: 1, counterV2: 1, type: 'red' }])
})
