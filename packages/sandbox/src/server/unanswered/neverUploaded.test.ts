import { io } from 'socket.io-client'
import { describe, expect, it, onTestFinished } from 'vitest'
import { callSandbox } from '../../../test/callSandbox.ts'
import { callV3 } from '../../../test/callV3.ts'
import { watchCounter } from '../../../test/counterClients.ts'
import { createV3Client } from '../../../test/createV3Client.ts'
import { ann } from '../../../test/fixtures/people.ts'
import { getSockets } from '../../../test/getSockets.ts'
import { startSandbox } from '../../../test/startSandbox.ts'
import { callTech } from '../../../test/techClient.ts'
import type { Sandbox } from '../../index.ts'

const kate = { id: '7', name: 'Kate' }

async function startWithMessage(options: Parameters<typeof startSandbox>[0] = {}): Promise<Sandbox> {
  const sandbox = await startSandbox(options)
  await sandbox.simulate.message({ ...ann, text: 'Hello' })
  return sandbox
}

/** Collects the values of the v3 counter of user 7. */
function watchV3(sandbox: Sandbox): unknown[] {
  const told: unknown[] = []
  const socket = io(sandbox.url, { path: '/ws-counters/', forceNew: true })
  onTestFinished(() => void socket.disconnect())
  const hello = { type: 'api_v3', apiKey: sandbox.apiKey, userId: '7' }
  socket.on('connect', () => void socket.emit('counterConnecting', hello))
  socket.on('counterUpdate', (value: unknown) => void told.push(value))
  return told
}

describe('a user who was never uploaded', () => {
  it('has a count of 0 in v3 and the tech API, and the inspector says why', async () => {
    const sandbox = await startWithMessage()
    const read = async () => [
      (await callV3(sandbox, 'GET /v3/unanswered/7')).json,
      (await callTech(sandbox, 'GET /v2/counters/unanswered/7')).json,
    ]
    expect(await read()).toMatchObject([
      { counterV2: 0, type: null, lastMsgDateTime: null },
      { data: { counter: 0, type: null } },
    ])
    const why = (route: string) => expect.stringMatching(new RegExp(`^User "7" was never uploaded.*${route}`))
    expect(sandbox.requests()).toMatchObject([{ remark: why('POST /v3/users') }, { remark: why('POST /v2/users') }])
    await createV3Client(sandbox).saveUsers([kate])
    expect(await read()).toMatchObject([{ counterV2: 1, type: 'red' }, { data: { counter: 1, type: 'red' } }])
    expect(sandbox.requests().at(-1)).toMatchObject({ remark: null })
  })

  it('has a count of 0 on the socket of v3, until the upload', async () => {
    const sandbox = await startWithMessage()
    const told = watchV3(sandbox)
    await expect.poll(() => told).toEqual([{ counter: 0, counterV2: 0, type: null }])
    await expect.poll(() => getSockets(sandbox)).toMatchObject([{ remark: expect.stringContaining('never uploaded') }])
    await createV3Client(sandbox).saveUsers([kate])
    await expect.poll(() => told.at(-1)).toEqual({ counter: 1, counterV2: 1, type: 'red' })
    await expect.poll(() => getSockets(sandbox)).toMatchObject([{ remark: null }])
  })

  it.each([
    ['with a name', { user: kate, scope: 'global' }],
    ['without a name', { user: { id: '7' }, scope: 'global' }],
  ])('gets no window from v3, %s, until the upload', async (_, body) => {
    const sandbox = await startSandbox()
    expect(await callV3(sandbox, 'POST /v3/iframe', { body })).toMatchObject({
      status: 400,
      json: { error: 'USER_NOT_FOUND', description: expect.stringContaining('POST /v3/users') },
    })
    expect(sandbox.requests()).toMatchObject([{ remark: expect.stringContaining('never uploaded') }])
    expect((await callV3(sandbox, 'GET /v3/users')).json).toEqual([])
    await createV3Client(sandbox).saveUsers([kate])
    expect(await callV3(sandbox, 'POST /v3/iframe', { body })).toMatchObject({ status: 200 })
  })

  it('gets no window from the tech API, until the upload', async () => {
    const sandbox = await startSandbox()
    const open = () => callTech(sandbox, 'POST /v2/iframe-links/chats', { user_id: '7', scope: 'global' })
    expect(await open()).toMatchObject({ status: 404, json: { message: expect.stringContaining('POST /v2/users') } })
    await callTech(sandbox, 'POST /v2/users', { users: [kate] })
    expect(await open()).toMatchObject({ status: 200 })
  })

  it('has a count and a window in V2, unless a quirk asks for the upload', async () => {
    const sandbox = await startWithMessage()
    const { values } = watchCounter({ url: sandbox.url, hello: { apiKey: sandbox.apiKey, userId: '7' } })
    await expect.poll(() => values).toEqual([{ counter: 1 }])
    const strict = await startWithMessage({ quirks: ['wazzup-v2.uploadedUsersOnly'] })
    const strictly = watchCounter({ url: strict.url, hello: { apiKey: strict.apiKey, userId: '7' } })
    await expect.poll(() => strictly.values).toEqual([{ counter: 0 }])
    await expect.poll(() => getSockets(strict)).toMatchObject([{ remark: expect.stringContaining('PATCH /v2/users') }])
    const body = { user: kate, scope: 'global' }
    expect(await callSandbox(strict, 'POST /v2/iframe', { body })).toMatchObject({
      status: 400,
      json: { error: { code: 'USER_NOT_FOUND' } },
    })
    await callSandbox(strict, 'PATCH /v2/users', { body: [kate] })
    await expect.poll(() => strictly.values.at(-1)).toEqual({ counter: 1 })
    expect(await callSandbox(strict, 'POST /v2/iframe', { body })).toMatchObject({ status: 200 })
  })
})
