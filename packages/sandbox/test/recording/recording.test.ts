import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createWazzupV2 } from '@crm-chat/vendors/wazzup-v2'
import { createWazzupV3 } from '@crm-chat/vendors/wazzup-v3'
import { io } from 'socket.io-client'
import { connect } from 'socket.io-client-2'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { createSandbox, type Sandbox } from '../../src/index.ts'
import { createRecorder, type Recorder } from '../../src/traffic/recording/createRecorder.ts'
import { createReplay, type Replay } from '../../src/traffic/recording/createReplay.ts'
import { collect } from '../collect.ts'

/** Everything personal in the account, none of which may remain. */
const personal = {
  apiKey: 'canary-key-9f31c0aa',
  whatomateKey: 'whm_canary5577aabbccddeeff00112233',
  user: { id: 'staff-4711', name: 'Katharina Beispiel', phone: '79115550001' },
  contact: { id: 'kunde-0815', name: 'Ondine Musterfrau' },
  chatId: '79115550002',
  channelPhone: '79115550003',
  text: 'Treffpunkt am Leuchtturm um acht',
  reply: 'Ich bringe den Kaffee mit',
  link: 'https://dateien.beispiel-firma.example/rechnung-2231.pdf',
  uri: 'https://crm.beispiel-firma.example/kontakt/0815',
  metadataKey: 'ondines_hund',
}
const chat = { chatType: 'whatsapp', chatId: personal.chatId } as const

let sandbox: Sandbox
let recorder: Recorder
let replay: Replay
let folder: string
let files: Map<string, string>
const window = { user: { id: personal.user.id, name: personal.user.name }, scope: 'global' } as const

/** Reads the first value of the counter with a client of Socket.IO 4, over one transport, or of Socket.IO 2. */
async function readCounter(url: string, transport: 'polling' | 'websocket' | 'older'): Promise<unknown> {
  const options = { transports: [transport], forceNew: true, upgrade: false, reconnection: false }
  const socket = transport === 'older' ? connect(url, { forceNew: true }) : io(url, options)
  try {
    return await new Promise<unknown>((resolve, reject) => {
      socket.on('connect_error', reject)
      socket.on('apiV2Notify', resolve)
      socket.on('connect', () => {
        socket.emit('apiV2IframeConnecting', { apiKey: personal.apiKey, userId: personal.user.id })
      })
    })
  } finally {
    socket.disconnect()
  }
}

const pong = JSON.stringify({ type: 'pong', payload: null })

/** Waits for the pong among the events that may come as well. */
async function pingLiveSocket(url: string): Promise<void> {
  const headers = { 'x-api-key': personal.whatomateKey }
  const answer = await fetch(`${url}/whatomate/api/auth/ws-token`, { headers })
  const { data } = (await answer.json()) as { data: { token: string } } // Of the sandbox, or its replay.
  const socket = new WebSocket(`${url.replace('http', 'ws')}/whatomate/ws`)
  onTestFinished(() => socket.terminate())
  const frames: string[] = []
  socket.on('open', () => {
    socket.send(JSON.stringify({ type: 'auth', payload: { token: data.token } }))
    socket.send(JSON.stringify({ type: 'ping' }))
  })
  socket.on('message', (text) => frames.push(text.toString()))
  await expect.poll(() => frames).toContain(pong)
}

/** Does with the APIs what a CRM does. */
async function useApis(url: string) {
  const v2 = createWazzupV2({ apiKey: personal.apiKey, baseUrl: url, counterUrl: url, retries: 0 })
  const v3 = createWazzupV3({ apiKey: personal.apiKey, baseUrl: url, integrationsUrl: url, retries: 0 })
  const [channel] = await v3.fetchChannels()
  const contacts = await collect(v3.listContacts())
  const contact = await v3.fetchContact(contacts[0]?.id ?? '')
  const user = (await v2.fetchUsers())[0]
  const { url: link } = await v2.createIframe(window)
  const sent = await v3.sendMessage({ ...chat, channelId: channel?.channelId ?? '', text: personal.reply })
  await v3.editMessage({ messageId: sent.messageId, text: personal.text })
  const unknown = await fetch(
    `${url}/v3/contacts/${personal.contact.id}-unbekannt?name=${encodeURIComponent(personal.user.name)}`,
    {
      headers: { authorization: `Bearer ${personal.apiKey}` },
    },
  )
  const host = await fetch(`${url}/counters/ws_host/api_v3/${personal.apiKey}`)
  return { channel, contact, user, link, sent, unknown: unknown.status, host: await host.json() }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'crm-chat-recording-'))
  sandbox = await createSandbox({
    port: 0,
    apiKey: personal.apiKey,
    whatomateKey: personal.whatomateKey,
    seed: {
      channels: [
        { channelId: '3376e1c3-26a6-478b-b964-72bf01cc22cb', transport: 'whatsapp', plainId: personal.channelPhone },
      ],
      users: [personal.user],
      contacts: [{ ...personal.contact, responsibleUserId: personal.user.id, uri: personal.uri, chats: [chat] }],
    },
  })
  await sandbox.simulate.message({ ...chat, name: personal.contact.name, text: personal.text })
  await sandbox.simulate.message({ ...chat, content: personal.link })
  recorder = await createRecorder({ upstream: sandbox.url, folder, port: 0 })
})

afterAll(async () => {
  await replay?.close()
  await sandbox.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('a recording', () => {
  it('passes all traffic on: HTTP, Socket.IO by polling and by WebSocket, and WebSockets', async () => {
    const seen = await useApis(recorder.url)
    expect(seen).toMatchObject({
      contact: personal.contact,
      user: window.user,
      link: expect.stringContaining('/chat/?token='),
      unknown: 404,
      host: { host: new URL(recorder.url).host },
    })
    const headers = { 'x-api-key': personal.whatomateKey, 'content-type': 'application/json' }
    const contacts = await (
      await fetch(`${recorder.url}/whatomate/api/contacts?search=${personal.chatId}`, { headers })
    ).json()
    const { id } = (contacts as { data: { contacts: { id: string }[] } }).data.contacts[0] ?? { id: '' }
    const body = JSON.stringify({ metadata: { [personal.metadataKey]: personal.contact.name } })
    expect((await fetch(`${recorder.url}/whatomate/api/contacts/${id}`, { method: 'PUT', headers, body })).status).toBe(
      200,
    )
    await (await fetch(`${recorder.url}/whatomate/api/contacts/${id}/messages`, { headers })).text()
    await (await fetch(seen.link.replace(sandbox.url, recorder.url))).text()
    expect(await readCounter(recorder.url, 'polling')).toEqual({ counter: 0 })
    expect(await readCounter(recorder.url, 'websocket')).toEqual({ counter: 0 })
    expect(await readCounter(recorder.url, 'older')).toEqual({ counter: 0 })
    await pingLiveSocket(recorder.url)
    await recorder.close()
    files = new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
    expect(files.size).toBeGreaterThan(15)
  })

  it('keeps no number, name, text, key or link, in bodies, addresses, headers or file names', () => {
    const all = [...files]
      .map(([name, text]) => `${name}\n${decodeURIComponent(text.replaceAll('%', '%25'))}`)
      .join('\n')
    const values = [...Object.values(personal), ...Object.values(personal.user), ...Object.values(personal.contact)]
    const words = values
      .filter((value) => typeof value === 'string')
      .flatMap((value) => [
        value,
        encodeURIComponent(value),
        Buffer.from(value).toString('base64'),
        ...value.split(/[\s/:._-]+/),
      ])
      .filter((word) => word.length >= 4 && !['https', 'example'].includes(word))
    expect(words.length).toBeGreaterThan(40)
    expect(words.filter((word) => all.toLowerCase().includes(word.toLowerCase()))).toEqual([])
    expect(all).not.toContain(new URL(sandbox.url).host)
    expect(all).not.toMatch(/token=/)
    expect(all).not.toContain('3376e1c3') // The id of a channel.
  })

  it('replaces the same id everywhere by the same stand-in', () => {
    const read = (name: string) => JSON.parse(files.get(name) ?? 'null')
    const list = read('get-v3-contacts-200-1.json').response.body.value
    const one = read('get-v3-contacts-id-200-1.json')
    expect(one.response.body.value).toEqual(list.data[0])
    expect(one.request.path).toBe(`/v3/contacts/${list.data[0].id}`)
    const sent = read('post-v3-message-201-1.json')
    expect(read('patch-v3-message-id-200-1.json').request.path).toBe(
      `/v3/message/${sent.response.body.value.messageId}`,
    )
    expect(sent.request.body.value.chatId).toBe(list.data[0].contactData[0].chatId)
  })

  it('keeps what says nothing about the account', () => {
    const channels = JSON.parse(files.get('get-v3-channels-200-1.json') ?? 'null')
    expect(channels.response).toMatchObject({
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: { value: [{ transport: 'whatsapp', state: 'active' }] },
    })
    expect(channels.request.headers).toMatchObject({ authorization: 'Bearer' })
    const unknown = JSON.parse(files.get('get-v3-contacts-id-404-1.json') ?? 'null')
    expect(unknown.response.body.value).toMatchObject({ status: 404, error: expect.stringMatching(/^[A-Z_]+$/) })
  })
})

describe('a replay', () => {
  it('serves a recording to the same clients', async () => {
    replay = await createReplay({ folder, port: 0 })
    const seen = await useApis(replay.url)
    expect(seen).toMatchObject({
      channel: { transport: 'whatsapp', state: 'active' },
      contact: { contactData: [{ chatType: 'whatsapp' }] },
      link: expect.stringMatching(new RegExp(`^${replay.url}/chat/`)),
      unknown: 404,
      host: { host: new URL(replay.url).host },
    })
    expect(await readCounter(replay.url, 'polling')).toEqual({ counter: 0 })
    expect(await readCounter(replay.url, 'websocket')).toEqual({ counter: 0 })
    expect(await readCounter(replay.url, 'older')).toEqual({ counter: 0 })
    await pingLiveSocket(replay.url)
  })

  it('responds 501 with the nearest fixture to what was not recorded', async () => {
    const response = await fetch(`${replay.url}/v3/message`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...chat, channelId: 'c', text: 1 }),
    })
    expect(response.status).toBe(501)
    expect(await response.json()).toEqual({
      error: {
        code: 'NO_FIXTURE',
        description: expect.any(String),
        nearest: {
          file: 'post-v3-message-201-1.json',
          method: 'POST',
          path: '/v3/message',
          differs: expect.stringMatching(/^the body: .*text: string.*text: number/),
        },
      },
    })
    const refused = new WebSocket(`${replay.url.replace('http', 'ws')}/nowhere`)
    const status = await new Promise((resolve) => {
      refused.on('unexpected-response', (_, { statusCode }) => resolve(statusCode))
      refused.on('error', () => undefined)
    })
    expect(status).toBe(501)
  })
})
