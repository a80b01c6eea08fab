import { io } from 'socket.io-client'
import { io as connect41 } from 'socket.io-client-4.1'
import { describe, expect, it, onTestFinished } from 'vitest'
import { callSandbox } from '../../../test/callSandbox.ts'
import { callV3 } from '../../../test/callV3.ts'
import { createV3Client } from '../../../test/createV3Client.ts'
import { channelIds } from '../../../test/fixtures/channels.ts'
import { ann, bob } from '../../../test/fixtures/people.ts'
import { saveUser } from '../../../test/saveUser.ts'
import { startSandbox } from '../../../test/startSandbox.ts'
import type { Sandbox } from '../../index.ts'

const answer = { ...ann, channelId: channelIds.whatsapp, text: 'Hello, Ann' }

/** Follows the document's recipe with the version it names, or a newer one. */
function watchSocket(sandbox: Sandbox, hello: unknown, connect: typeof io | typeof connect41 = io) {
  const options = { path: '/ws-counters/', transports: ['websocket', 'polling'], forceNew: true }
  const socket = connect(sandbox.url, options)
  const seen = { values: [] as unknown[], ends: [] as string[] }
  socket.on('connect', () => void socket.emit('counterConnecting', hello))
  socket.on('counterUpdate', (value: unknown) => void seen.values.push(value))
  socket.on('disconnect', (reason: unknown) => void seen.ends.push(String(reason)))
  onTestFinished(() => void socket.disconnect())
  return seen
}

async function read(sandbox: Sandbox, userId: string): Promise<unknown> {
  return (await callV3(sandbox, `GET /v3/unanswered/${userId}`)).json
}

describe("API v3's counter", () => {
  it.each([
    ['4.8', io],
    ['4.1.3', connect41],
  ])('sends Socket.IO %s the number at once, and after each change', async (_, connect) => {
    const sandbox = await startSandbox()
    await saveUser(sandbox)
    const hello = { type: 'api_v3', apiKey: sandbox.apiKey, userId: '7' }
    const { values } = watchSocket(sandbox, hello, connect)
    await expect.poll(() => values).toEqual([{ counter: 0, counterV2: 0, type: null }])
    await sandbox.simulate.message({ ...ann, text: 'Hello' })
    await expect.poll(() => values[1]).toEqual({ counter: 1, counterV2: 1, type: 'red' })
    await callV3(sandbox, 'POST /v3/message', { body: answer })
    await expect.poll(() => values[2]).toEqual({ counter: 0, counterV2: 0, type: null })
  })

  it.each([
    ['a wrong key', { type: 'api_v3', apiKey: 'not-the-key', userId: '7' }],
    ['another type', { type: 'api_v2', apiKey: 'sandbox_wazzup', userId: '7' }],
    ['nothing', undefined],
  ])('disconnects %s without a number', async (_, hello) => {
    const { values, ends } = watchSocket(await startSandbox(), hello)
    await expect.poll(() => ends).toEqual(['io server disconnect'])
    expect(values).toEqual([])
  })

  it('is found by its host, with the key in the path instead of a header', async () => {
    const sandbox = await startSandbox()
    const host = new URL(sandbox.url).host
    for (const base of ['', '/integrations']) {
      const route = `GET ${base}/counters/ws_host/api_v3/${sandbox.apiKey}`
      const { status, json } = await callSandbox(sandbox, route, { headers: { authorization: '' } })
      expect({ status, json }).toEqual({ status: 200, json: { host } })
      expect(await callSandbox(sandbox, `${route}x`)).toMatchObject({ status: 401 })
    }
  })

  it('is watched by the client, including its tone', async () => {
    const sandbox = await startSandbox()
    await saveUser(sandbox)
    const values: unknown[] = []
    onTestFinished(
      createV3Client(sandbox).watchUnanswered({
        userId: '7',
        onValue: ({ count, tone }) => values.push({ count, tone }),
        onOutage: (outage) => values.push(outage),
      }),
    )
    await expect.poll(() => values.at(-1)).toEqual({ count: 0, tone: null })
    await sandbox.simulate.message({ ...ann, text: 'Hello' })
    await expect.poll(() => values.at(-1)).toEqual({ count: 1, tone: 'red' })
  })

  it('stays when a reply is sent without clearing it', async () => {
    const sandbox = await startSandbox()
    await saveUser(sandbox)
    await sandbox.simulate.message({ ...ann, text: 'Hello' })
    await callV3(sandbox, 'POST /v3/message', { body: { ...answer, clearUnanswered: false } })
    expect(await read(sandbox, '7')).toMatchObject({ counterV2: 1, type: 'red' })
    await sandbox.simulate.message({ ...ann, text: 'Anybody there?' })
    expect(await read(sandbox, '7')).toMatchObject({ counterV2: 2 })
    await callV3(sandbox, 'POST /v3/message', { body: answer })
    expect(await read(sandbox, '7')).toEqual({ counterV2: 0, type: null, lastMsgDateTime: null })
  })

  it('forgets a message after seven days, and reports the time of the last one', async () => {
    const sandbox = await startSandbox({ clock: { mode: 'frozen', at: Date.parse('2026-05-25T12:30:46.000Z') } })
    await saveUser(sandbox)
    await sandbox.simulate.message({ ...ann, text: 'Hello' })
    expect(await read(sandbox, '7')).toEqual({
      counterV2: 1,
      type: 'red',
      lastMsgDateTime: '2026-05-25T12:30:46.000Z',
    })
    sandbox.clock.advance(7 * 24 * 60 * 60 * 1000)
    expect(await read(sandbox, '7')).toMatchObject({ counterV2: 0 })
  })

  it('counts the user’s deals too, and moves with them', async () => {
    const sandbox = await startSandbox()
    const client = createV3Client(sandbox)
    await saveUser(sandbox, '7')
    await saveUser(sandbox, '8')
    await sandbox.simulate.message({ ...bob, text: 'Hello' })
    await client.saveContacts([{ id: 'b', responsibleUserId: '8', name: 'Bob', contactData: [bob] }])
    expect(await read(sandbox, '7')).toMatchObject({ counterV2: 0 })
    await client.saveDeals([{ id: '5', responsibleUserId: '7', name: 'Bicycle', contacts: ['b'], closed: false }])
    expect(await read(sandbox, '7')).toMatchObject({ counterV2: 1, type: 'red' })
    expect(await read(sandbox, '8')).toMatchObject({ counterV2: 1, type: 'red' })
  })
})
