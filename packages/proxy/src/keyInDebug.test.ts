import { fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { Server } from 'socket.io'
import { io } from 'socket.io-client'
import { expect, it, onTestFinished } from 'vitest'
import { eventually } from '../test/eventually.ts'
import { toKeyFaults } from '../test/keyFaults.ts'
import { toKeyForms } from '../test/keyForms.ts'
import { countOf, readEvents } from '../test/readEvents.ts'
import { startServer } from '../test/startServer.ts'
import { startUpstream, type Upstream } from '../test/startUpstream.ts'

/** With characters that each encoding writes in another way. */
const key = `CANARY-${randomBytes(12).toString('hex')}/+"&<\\%41`
const forms = toKeyForms(key)
const faults = toKeyFaults({ key, forms })

it('no debug output, response, frame, error or printed object holds the key, whatever the vendor does', {
  timeout: 120_000,
}, async () => {
  const upstream = await startFaultyUpstream()
  const counter = await startEchoingCounter()
  const crm = await startCrm([
    key,
    counter,
    ...faults.map((_, index) => `${upstream.url}/${index}`),
    'http://127.0.0.1:1',
  ])
  const seen = await Promise.all([
    seeFrames(crm.url),
    ...[...faults, 'refused'].map((_, index) => seeAll(crm.url, index)),
  ])
  await fetch(`${crm.url}/report`).then((response) => response.text())
  const printed = await crm.stop()

  for (const [index, { name }] of faults.entries()) {
    const met = upstream.requests.filter(({ url }) => url.startsWith(`/${index}/`))
    expect(
      met.some(({ headers }) => headers.authorization === `Basic ${key}`),
      name,
    ).toBe(true)
  }
  expect(printed).toMatch(/^HTTP \d+:/m)
  expect(printed).toMatch(/^NET \d+:/m)
  expect(printed).toContain('a chat request failed')
  expect(printed).toContain('OperationError')
  const all = [...seen.flat(), printed].join('\n').toLowerCase()
  expect(forms.filter((form) => all.includes(form))).toEqual([])
})

async function startFaultyUpstream(): Promise<Upstream> {
  const upstream = await startUpstream()
  onTestFinished(upstream.close)
  upstream.onRequest((response, request) => faults[Number(request.url.split('/')[1])]?.respond(response, request))
  return upstream
}

/** Starts a counter's host that sends the key back before it sends the value 4. @returns its address */
async function startEchoingCounter(): Promise<string> {
  const vendor = await startServer((_, response) => response.end())
  const sockets = new Server(vendor.server)
  onTestFinished(async () => {
    await sockets.close()
  })
  sockets.on('connection', (socket) => {
    socket.on('apiV2IframeConnecting', (data) => {
      socket.emit('apiV2Notify', { counter: `${data.apiKey}` })
      socket.emit(data.apiKey, data)
      socket.emit('apiV2Notify', { counter: 4, ...data })
    })
  })
  return vendor.url
}

/** Starts the CRM in a process that prints everything that Node and its packages can print. */
async function startCrm(parameters: string[]): Promise<{ url: string; stop: () => Promise<string> }> {
  const child = fork(fileURLToPath(new URL('../test/canaryServer.ts', import.meta.url)), parameters, {
    execArgv: ['--conditions=crm-chat-source', '--import', 'tsx'],
    env: { ...process.env, DEBUG: '*', NODE_DEBUG: '*' },
    silent: true,
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  if (!child.stdout || !child.stderr) throw new Error('The process has no output.')
  const printed = Promise.all([text(child.stdout), text(child.stderr)])
  const [port] = await once(child, 'message')
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      child.kill('SIGKILL')
      return (await printed).join('\n')
    },
  }
}

const chats = [{ chatType: 'whatsapp', chatId: '79998887766', name: 'Ivan' }]

/** Makes every request of a page to one of the proxies. @returns everything that came back */
async function seeAll(url: string, index: number): Promise<string[]> {
  const base = `${url}/chat${index}`
  const page = { origin: url, cookie: 'session=ann' }
  const post = (body: string): RequestInit => {
    return { method: 'POST', headers: { ...page, 'content-type': 'application/json', 'x-crm-chat': '1' }, body }
  }
  const seen = await Promise.all(
    [
      fetch(`${base}/window`, post(JSON.stringify({ scope: 'global' }))),
      fetch(`${base}/window`, post(JSON.stringify({ scope: 'card', chats }))),
      fetch(`${base}/window`, post('not JSON')),
      fetch(`${base}/window`, { headers: page }),
      fetch(`${base}/unanswered`, { headers: page }),
      fetch(`${base}/session`, { headers: page }),
      fetch(`${base}/session`, { headers: { ...page, cookie: 'session=broken' } }),
      fetch(`${base}/session`, { headers: { ...page, origin: 'https://evil.com' } }),
    ].map(async (response) => toText(await response)),
  )
  return [...seen, ...(await seeEvents(base, page))]
}

async function toText(response: Response): Promise<string> {
  return `${response.status} ${response.statusText} ${JSON.stringify([...response.headers])} ${await response.text()}`
}

/** Reads a live stream up to the vendor's value. */
async function seeEvents(base: string, headers: Record<string, string>): Promise<string[]> {
  const events = readEvents(await fetch(`${base}/events`, { headers }))
  const blocks: string[] = []
  for (let count: unknown; count !== 4; count = countOf(blocks.at(-1) ?? null)) blocks.push(String(await events.next()))
  await events.cancel()
  return blocks
}

/** Reads the packets of a socket up to the vendor's value. */
async function seeFrames(url: string): Promise<string[]> {
  const packets: string[] = []
  const socket = io(url, { forceNew: true, extraHeaders: { origin: url, cookie: 'session=ann' } })
  socket.io.on('open', () => socket.io.engine.on('packet', (packet) => packets.push(JSON.stringify(packet))))
  socket.on('connect', () => socket.emit('apiV2IframeConnecting', { apiKey: 'none', userId: '2' }))
  await eventually(() => expect(packets.join()).toContain('counter\\":4'))
  socket.disconnect()
  return packets
}
